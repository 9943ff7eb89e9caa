import rappels from '@taprsvp/iso20022_external_codes/code_sets/external_cancellation_reason_code.json'
import refusDeRappel from '@taprsvp/iso20022_external_codes/code_sets/external_payment_cancellation_rejection_code.json'
import retours from '@taprsvp/iso20022_external_codes/code_sets/external_return_reason_code.json'
import statuts from '@taprsvp/iso20022_external_codes/code_sets/external_status_reason_code.json'
import { describe, expect, test } from 'vitest'
import { versEpc } from '@/lib/flux/sepa/alphabet'
import {
  ACTIONS_BANQUE,
  expliquerFauteDeLot,
  expliquerMotifBancaire,
  expliquerRefusBanque,
  LIBELLES_PAIEMENT,
  MOTIFS_BANCAIRES,
} from '@/lib/lexique/banque'

const LISTES = [rappels, refusDeRappel, retours, statuts].map(({ codes }) => new Set(Object.keys(codes)))

// The EPC's lists of reason codes: rejects, returns and refunds of direct debits, rejects and returns of credit transfers, recalls.
const PRELEVEMENT =
  'AC01 AC04 AC06 AC13 AG01 AG02 AM04 AM05 BE05 CNOR CURR DNOR DT01 ED05 FF01 FF05 MD01 MD02 MD06 MD07 MS02 MS03 RC01 RR01 RR02 RR03 RR04 SL01 TM01'
const VIREMENT =
  'AC01 AC03 AC04 AC06 AG01 AG02 AM05 BE04 CNOR ED05 ERIN FF01 FOCR MD07 MS02 MS03 RC01 RC07 RR01 RR02 RR03 RR04 TM01'
const RAPPEL = 'ARDT AM09 AC03 CUST DUPL FRAD LEGL NOAS NOOR TECH UPAY'

describe('les motifs de la banque, en français', () => {
  test.each([...new Set(`${PRELEVEMENT} ${VIREMENT} ${RAPPEL}`.split(' '))])(
    '%s a sa phrase et son action',
    (code) => {
      const { phrase, gestion } = expliquerMotifBancaire(code)
      expect(MOTIFS_BANCAIRES[code]).toBeDefined()
      expect(phrase).toMatch(/^[A-ZÀÉ].*[^.]\.$/)
      expect(gestion).toMatch(/\.$/)
    },
  )

  test('chaque code expliqué est un code d’une liste ISO', () => {
    expect(Object.keys(MOTIFS_BANCAIRES).filter((code) => !LISTES.some((liste) => liste.has(code)))).toEqual(
      [],
    )
  })

  test('chaque action sert, et deux codes de sens différents n’ont pas la même phrase', () => {
    const motifs = Object.values(MOTIFS_BANCAIRES)
    expect(new Set(motifs.map((m) => m.action))).toEqual(new Set(Object.keys(ACTIONS_BANQUE)))
    expect(new Set(motifs.map((m) => m.phrase)).size).toBe(motifs.length)
  })

  test('un décès ne fait rien demander à l’adhérent', () => {
    expect(expliquerMotifBancaire('MD07')).toMatchObject({ action: 'DECES', adherent: null })
  })
  test('une provision insuffisante se représente, un compte clos non', () => {
    expect(expliquerMotifBancaire('AM04').action).toBe('REPRESENTER')
    expect(expliquerMotifBancaire('AC04').action).toBe('DEMANDER_RIB')
    expect(expliquerMotifBancaire('MD01').action).toBe('NOUVEAU_MANDAT')
  })
  test('un code inconnu, ou aucun code, se dit', () => {
    expect(expliquerMotifBancaire('CFONB-57')).toMatchObject({ code: 'CFONB-57', action: 'BANQUE' })
    expect(expliquerMotifBancaire('CFONB-57').phrase).toMatch(/ne connaît pas/)
    expect(expliquerMotifBancaire(null).phrase).toMatch(/sans dire pourquoi/)
  })
})

describe('les autres phrases', () => {
  test('une faute dit où elle est', () => {
    expect(expliquerFauteDeLot({ code: 'IBAN', champ: 'debiteur.iban', rang: 12, endToEndId: 'P1' })).toBe(
      'Opération 12 (P1), champ debiteur.iban : L’IBAN n’est pas valable.',
    )
    expect(expliquerFauteDeLot({ code: 'LOT_VIDE', champ: 'groupes' })).toBe(
      'Lot, champ groupes : Le lot est vide.',
    )
  })
  test('un refus dit pourquoi', () => {
    expect(expliquerRefusBanque('DTD')).toMatch(/DOCTYPE/)
    expect(expliquerRefusBanque('TOTAUX_FAUX', 'ligne 8')).toMatch(/\(ligne 8\)$/)
  })
  test('aucun libellé de paiement ne dépasse 140 caractères avec sa période et sa référence', () => {
    for (const libelle of Object.values(LIBELLES_PAIEMENT)) {
      expect(versEpc(libelle).length).toBeLessThanOrEqual(140 - ' 2026-10 ref. '.length - 20)
    }
  })
})
