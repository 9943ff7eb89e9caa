import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { loadDocument, verifierDocument } from '@/lib/services/document/data'
import { finDuMandat } from '@/lib/services/document/view'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { encaisserEcheances } from '@/lib/services/encaissement/mutations'
import { abandonnerLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import {
  quitterLePrelevement,
  type Souscription,
  souscrirePrelevement,
} from '@/lib/services/mode-paiement/mutations'
import { preparerPrelevements } from '@/lib/services/prelevement/mutations'
import { papierDuDocument } from '@/lib/services/rendu/data'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { comptable, ibanDeTest } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'
import { contratPreleve, debiter } from '../support/prelevements'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
const JANVIER = dateCivile('2026-01-01')
const LE = dateCivile('2026-03-17')

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

async function membre(adhesionId: string): Promise<PorteeAdherent> {
  const { rows } = await base.query('SELECT membre_participant_id AS id FROM adhesions WHERE id = $1', [
    adhesionId,
  ])
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: randomUUID(),
    personneId: rows[0].id,
    adhesions: [adhesionId],
    adhesionsLues: [],
  })
}

const souscription = (adhesionId: string, change: Partial<Souscription> = {}): Souscription => ({
  adhesionId,
  titulaire: 'Ada Lovelace',
  iban: ibanDeTest(7001),
  periodicite: 'MENSUELLE',
  jour: 15,
  signature: { le: LE, lieu: 'Valserine-le-Pont', maniere: 'EN_LIGNE' },
  ...change,
})

/** 44,20 € a month in 2026, 132,60 € a quarter by cheque; the first quarter is paid. */
async function contratParCheque(numero: string): Promise<string> {
  await installerFamille({
    numero,
    du: JANVIER,
    formules: [['tribu-equilibre', JANVIER, '']],
    personnes: [['MEMBRE_PARTICIPANT', 'Ada', '1986-04-12']],
    rib: false,
  })
  const id = await adhesionDe(base, numero)
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, du) VALUES ($1, 'TRIMESTRIELLE', 'CHEQUE', $2)`,
    [id, JANVIER],
  )
  await ecrireEcheancier(id, 2026, JANVIER)
  const { rows } = await base.query(
    'SELECT id FROM echeances WHERE adhesion_id = $1 ORDER BY exigible_le LIMIT 1',
    [id],
  )
  await encaisserEcheances(ines, { echeances: [rows[0].id], jour: dateCivile('2026-01-10') })
  return id
}

async function aPayer(id: string): Promise<string[]> {
  const { rows } = await base.query(
    `SELECT exigible_le::text || ' ' || montant || ' ' || mode AS dit FROM echeances
      WHERE adhesion_id = $1 AND etat IN ('A_VENIR', 'APPELEE') AND montant > 0 ORDER BY exigible_le`,
    [id],
  )
  return rows.map((r) => r.dit)
}

const mois = (nombres: readonly number[], suite: string): string[] =>
  nombres.map((n) => `2026-${String(n).padStart(2, '0')}-${suite}`)

describe('Signer un mandat de prélèvement (A11)', () => {
  test('le compte, le mandat, son papier, le choix et l’échéancier changent ensemble, et l’IBAN n’est nulle part en clair', async () => {
    const id = await contratParCheque('M0001')
    const portee = await membre(id)
    const signe = await souscrirePrelevement(portee, souscription(id), LE)
    expect(signe.issue).toBe('SIGNE')
    // The quarter paid covers March: nine months are left, 44,20 € on the 15th of each.
    expect(await aPayer(id)).toEqual(mois([4, 5, 6, 7, 8, 9, 10, 11, 12], '15 4420 PRELEVEMENT'))
    const document = await loadDocument(portee, signe.documentId ?? '')
    if (document === null) throw new Error('le papier du mandat n’est pas lisible par qui l’a signé')
    const iban = ibanDeTest(7001)
    expect(JSON.stringify(document.donnees)).not.toContain(iban.slice(4, 20))
    const papier = JSON.stringify(await papierDuDocument(document)).replace(/[\u00a0\u202f]/g, ' ')
    for (const mention of [
      signe.rum,
      'FR72ZZZ123456',
      iban.replace(/(.{4})(?=.)/g, '$1 '),
      '17 mars 2026',
      '8 semaines',
    ])
      expect(papier).toContain(mention)
    const { rows } = await base.query(
      `SELECT acte, compte_id FROM journal WHERE compte_id = $1 ORDER BY rang`,
      [portee.compteId],
    )
    expect(rows.map((r) => r.acte)).toEqual(['PAIEMENT_CHANGE', 'MANDAT_SIGNE'])
  })

  test('dix envois du même formulaire à la fois : un mandat, un papier, un compte', async () => {
    const id = await contratParCheque('M0002')
    const portee = await membre(id)
    const signes = await Promise.all(
      Array.from({ length: 10 }, () => souscrirePrelevement(portee, souscription(id), LE)),
    )
    expect(signes.map((s) => s.issue).sort()).toEqual([...Array(9).fill('INCHANGE'), 'SIGNE'])
    expect(new Set(signes.map((s) => s.rum)).size).toBe(1)
    const { rows } = await base.query(
      `SELECT (SELECT count(*)::int FROM mandats WHERE adhesion_id = $1) AS mandats,
        (SELECT count(*)::int FROM documents WHERE adhesion_id = $1 AND nature = 'MANDAT_SEPA') AS papiers,
        (SELECT count(*)::int FROM comptes_bancaires WHERE adhesion_id = $1) AS comptes`,
      [id],
    )
    expect(rows).toEqual([{ mandats: 1, papiers: 1, comptes: 1 }])
  })

  test('un autre jour garde le mandat ; un autre compte en demande un autre, et le premier prend fin', async () => {
    const id = await contratParCheque('M0003')
    const portee = await membre(id)
    const premier = await souscrirePrelevement(portee, souscription(id), LE)
    const autreJour = await souscrirePrelevement(portee, souscription(id, { jour: 28 }), LE)
    expect(autreJour).toMatchObject({ issue: 'CHANGE', rum: premier.rum })
    expect((await aPayer(id))[0]).toBe('2026-04-28 4420 PRELEVEMENT')
    const autreCompte = await souscrirePrelevement(
      portee,
      souscription(id, { jour: 28, iban: ibanDeTest(7002) }),
      LE,
    )
    expect(autreCompte.rum).not.toBe(premier.rum)
    const { rows } = await base.query(
      'SELECT rum, fin FROM mandats WHERE adhesion_id = $1 ORDER BY revoque_le NULLS LAST',
      [id],
    )
    expect(rows).toEqual([
      { rum: premier.rum, fin: 'REMPLACEMENT' },
      { rum: autreCompte.rum, fin: null },
    ])
  })

  test('la page de vérification dit que le mandat vaut, puis qu’il est authentique mais fini depuis tel jour', async () => {
    const id = await contratParCheque('M0009')
    const portee = await membre(id)
    const { documentId } = await souscrirePrelevement(portee, souscription(id), LE)
    const { jetonVerification = '' } = (await loadDocument(portee, documentId ?? '')) ?? {}
    expect(await verifierDocument(jetonVerification)).toMatchObject({ etat: 'AUTHENTIQUE' })
    await quitterLePrelevement(portee, id, dateCivile('2026-04-02'))
    expect(await verifierDocument(jetonVerification)).toMatchObject({
      etat: 'MANDAT_FINI',
      phrase:
        'Ce document a bien été émis par la mutuelle, mais ce mandat a pris fin le 2 avril 2026 : il n’autorise plus aucun prélèvement.',
    })
  })

  test.each([
    ['en vigueur', null, '2026-03-17', null],
    ['révoqué le jour même', '2026-11-15', '2026-03-17', '2026-11-15'],
    ['révoqué plus tard', '2026-11-16', '2026-03-17', null],
    ['trente-six mois sans prélèvement, le dernier jour', null, '2023-11-15', null],
    ['trente-six mois passés', null, '2023-11-14', '2026-11-14'],
  ])('fin d’un mandat : %s', (_cas, revoqueLe, dernierLe, fin) => {
    const faits = {
      revoqueLe: revoqueLe === null ? null : dateCivile(revoqueLe),
      dernierLe: dateCivile(dernierLe),
    }
    expect(finDuMandat(faits, dateCivile('2026-11-15'))).toBe(fin)
  })

  test('le contrat d’un autre, un contrat fini, une signature à venir : refusés, rien n’est écrit', async () => {
    const [id, autre] = [await contratParCheque('M0004'), await contratParCheque('M0005')]
    const portee = await membre(id)
    await expect(souscrirePrelevement(portee, souscription(autre), LE)).rejects.toThrow(
      /pas dans votre espace/,
    )
    await expect(quitterLePrelevement(portee, autre, LE)).rejects.toThrow(/pas dans votre espace/)
    await base.query(`UPDATE adhesions SET date_fin = '2026-02-28' WHERE id = $1`, [id])
    await expect(souscrirePrelevement(portee, souscription(id), LE)).rejects.toThrow(/a pris fin/)
    const demain = {
      ...souscription(autre).signature,
      le: dateCivile('2026-03-18'),
      maniere: 'PAPIER' as const,
    }
    await expect(souscrirePrelevement(ines, souscription(autre, { signature: demain }), LE)).rejects.toThrow(
      /à venir/,
    )
    const { rows } = await base.query(
      'SELECT count(*)::int AS n FROM mandats WHERE adhesion_id = ANY ($1::uuid[])',
      [[id, autre]],
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test('l’équipe recopie un mandat signé sur papier : le papier le dit, avec le jour de la signature', async () => {
    const id = await contratParCheque('M0006')
    const signature = { le: dateCivile('2026-03-02'), lieu: 'Ambérieu', maniere: 'PAPIER' } as const
    const { documentId } = await souscrirePrelevement(ines, souscription(id, { signature }), LE)
    const document = await loadDocument(ines, documentId ?? '')
    if (document === null) throw new Error('papier introuvable')
    const papier = JSON.stringify(await papierDuDocument(document)).replace(/[\u00a0\u202f]/g, ' ')
    expect(papier).toMatch(/Signé à la main sur papier/)
    expect(papier).toMatch(/Ambérieu/)
    expect(papier).toMatch(/2 mars 2026/)
  })

  test('un compte ne devient jamais un autre : la base le refuse, le papier se réimprime pareil', async () => {
    const id = await contratParCheque('M0007')
    await souscrirePrelevement(await membre(id), souscription(id), LE)
    await expect(
      base.query(`UPDATE comptes_bancaires SET iban_fin = '0000' WHERE adhesion_id = $1`, [id]),
    ).rejects.toThrow(/il ne change pas/)
  })
})

describe('Quitter le prélèvement (A11)', () => {
  test('Mutami n’admet pas le chèque au mois : la suite se paie au trimestre, une lettre le dit, une seule fois', async () => {
    const id = await contratPreleve(base, 'N0001')
    await debiter(ines, paul, '2026-03-06')
    const portee = await membre(id)
    const issues = await Promise.all(Array.from({ length: 6 }, () => quitterLePrelevement(portee, id, LE)))
    expect(issues.sort()).toEqual(['DEJA', 'DEJA', 'DEJA', 'DEJA', 'DEJA', 'REVOQUE'])
    // Three months were debited: nine are left, in three quarters of 3 × 44,20 €.
    expect(await aPayer(id)).toEqual(mois([4, 7, 10], '01 13260 CHEQUE'))
    const { rows } = await base.query(
      `SELECT donnees->'faits' AS faits FROM documents WHERE adhesion_id = $1 AND nature = 'COURRIER'`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].faits.fondements.map((f: { motif: { code: string } }) => f.motif.code)).toEqual([
      'CHEQUE_REFUSE_A_CE_RYTHME',
      'PAIEMENT_PAR_CHEQUE',
    ])
  })

  test('un lot préparé avant la révocation ne part plus ; ce qu’il devait prélever se paie par chèque', async () => {
    const id = await contratPreleve(base, 'N0003')
    const preparation = { executionLe: dateCivile('2026-03-20'), jour: LE }
    const { lotId } = await preparerPrelevements(ines, preparation)
    await quitterLePrelevement(await membre(id), id, LE)
    await expect(validerLot(paul, lotId ?? '')).rejects.toThrow(/un mandat révoqué/)
    await abandonnerLot(paul, lotId ?? '')
    // January to March, as they were prepared, then the three quarters that follow.
    expect(await aPayer(id)).toEqual([
      ...mois([1, 2, 3], '06 4420 CHEQUE'),
      ...mois([4, 7, 10], '01 13260 CHEQUE'),
    ])
  })

  test('révoquer, signer, révoquer, signer le même jour : le dernier choix est le bon', async () => {
    const id = await contratPreleve(base, 'N0002')
    const portee = await membre(id)
    for (const n of [1, 2]) {
      expect(await quitterLePrelevement(portee, id, LE)).toBe('REVOQUE')
      const { issue } = await souscrirePrelevement(
        portee,
        souscription(id, { iban: ibanDeTest(7100 + n) }),
        LE,
      )
      expect(issue).toBe('SIGNE')
    }
    const { rows } = await base.query(
      `SELECT count(*)::int AS n, min(b.iban_fin) AS fin FROM mandats m JOIN comptes_bancaires b ON b.id = m.compte_bancaire_id
        WHERE m.adhesion_id = $1 AND m.revoque_le IS NULL AND b.au IS NULL`,
      [id],
    )
    expect(rows).toEqual([{ n: 1, fin: ibanDeTest(7102).slice(-4) }])
    // January to March were never debited: they are still to pay, on the 15th, today at the earliest.
    const du = await base.query(
      `SELECT sum(montant)::int AS du FROM echeances WHERE adhesion_id = $1 AND etat <> 'REMPLACEE'`,
      [id],
    )
    expect(du.rows).toEqual([{ du: 12 * 4420 }])
  })
})
