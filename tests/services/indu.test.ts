import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeGestion } from '@/lib/server/portee'
import { contesterIndu, maintenirIndu } from '@/lib/services/contestation/mutations'
import { verifierComptes } from '@/lib/services/controle/data'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { loadIndusExpliques } from '@/lib/services/indu/data'
import { echelonnerIndu, encaisserIndu, suivreIndus } from '@/lib/services/indu/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { enregistrerRibTiers } from '@/lib/services/tiers/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { comptable, ibanDeTest, installerAdherents, recevoirEtLiquider } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation } from '../support/flux-de-test'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
let rang = 0
const EXECUTION = dateCivile('2026-11-17')

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await installerAdherents(8)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

const recevoir = (...lignes: Parameters<typeof recevoirEtLiquider>[1]) => {
  rang += 1
  return recevoirEtLiquider(`F${rang}`, lignes)
}

/** @returns cents paid, 0 when nothing left. */
async function payer(jour = '2026-11-15'): Promise<number> {
  const { lotId } = await preparerVersements(ines, { executionLe: EXECUTION, jour: dateCivile(jour) })
  if (lotId === null) return 0
  await validerLot(paul, lotId)
  await emettreLot(lotId)
  const { rows } = await base.query('SELECT total::int FROM lots_bancaires WHERE id = $1', [lotId])
  return rows[0].total
}

/** Care of 9,00 € paid to a member then cancelled, and the indu that follows. */
async function verseATort(n: number, plus: Parameters<typeof consultation>[2] = {}): Promise<string> {
  const ligne = consultation(`I${n}`, n, plus)
  await recevoir(ligne)
  await payer()
  await recevoir(annulation(`I${n}X`, ligne))
  await suivreIndus(dateCivile('2026-11-16'))
  const { rows } = await base.query(
    `SELECT i.id FROM indus i JOIN prestations p ON p.id = i.prestation_id JOIN lignes_decompte l ON l.id = p.ligne_id
      WHERE l.id_decompte = $1`,
    [`I${n}X`],
  )
  return rows[0]?.id ?? ''
}

async function etat(id: string) {
  const { rows } = await base.query(
    `SELECT i.etat, i.retenue_des::text, p.etat AS reprise FROM indus i JOIN prestations p ON p.id = i.prestation_id WHERE i.id = $1`,
    [id],
  )
  return rows[0]
}

async function mensualite(id: string): Promise<number | null> {
  const { rows } = await base.query('SELECT mensualite::int FROM indus WHERE id = $1', [id])
  return rows[0].mensualite
}

describe('Une somme versée à tort (A11)', () => {
  test('est constatée une fois, expliquée par une lettre et une page, avant toute retenue', async () => {
    const id = await verseATort(1)
    expect(await suivreIndus(dateCivile('2026-11-16'))).toEqual({ constates: 0 })
    expect(await etat(id)).toEqual({ etat: 'EXPLIQUE', retenue_des: '2026-12-16', reprise: 'A_PAYER' })
    const { rows } = await base.query(
      `SELECT d.adhesion_id, d.donnees -> 'faits' ->> 'objet' AS objet, d.donnees -> 'faits' -> 'paragraphes' AS texte,
        d.donnees -> 'faits' -> 'suite' AS suite FROM documents d
        WHERE d.nature = 'COURRIER'`,
    )
    expect(rows).toMatchObject([{ objet: 'Un remboursement versé à tort' }])
    expect(rows[0].suite).toEqual([
      expect.stringMatching(/pas d’accord.*Appelez-nous.*écrivez-nous.*réclamation/),
    ])
    expect(JSON.stringify(rows[0].texte)).toMatch(
      /Le 17 novembre 2026, nous vous avions versé 9,00\u00a0€ de trop.*10 mars 2026.*retenus sur vos prochains remboursements, à partir du 16 décembre 2026/,
    )
    const membre = frapperAdherent({
      type: 'ADHERENT',
      compteId: '00000000-0000-4000-8000-000000000001',
      personneId: '00000000-0000-4000-8000-000000000002',
      adhesions: [rows[0].adhesion_id],
      adhesionsLues: [],
    })
    expect(await loadIndusExpliques(membre, dateCivile('2026-11-20'))).toMatchObject([
      { id, etat: 'EXPLIQUE', montant: 900, reste: 900, verseLe: '2026-11-17', recalcul: false },
    ])
    const [montre] = await loadIndusExpliques(membre, dateCivile('2026-11-20'))
    expect(montre?.etapes.map((e) => e.article)).toEqual([
      expect.stringMatching(/^Art\. 28, « Montant maximum »/),
      expect.stringMatching(/^Art\. 28, « Montant maximum »/),
    ])
    const autre = frapperAdherent({ ...membre, adhesions: [] })
    expect(await loadIndusExpliques(autre, dateCivile('2026-11-20'))).toEqual([])
  })

  test('contestée, n’est pas retenue ; maintenue, l’est après un nouveau délai', async () => {
    const id = await verseATort(2)
    await contesterIndu(ines, id, dateCivile('2026-11-20'))
    await recevoir(consultation('C2', 2, { soinsDebut: '2026-03-11' }))
    expect(await payer('2026-12-20')).toBe(900)
    await maintenirIndu(ines, id, dateCivile('2026-12-21'), 'Le décompte a bien été annulé.')
    expect(await etat(id)).toMatchObject({ etat: 'EN_RECUPERATION', retenue_des: '2027-01-20' })
    await recevoir(consultation('C2b', 2, { soinsDebut: '2026-03-12' }))
    expect(await payer('2027-01-20')).toBe(0)
    expect(await etat(id)).toMatchObject({ etat: 'SOLDE', reprise: 'PAYEE' })
  })

  test('échelonnée, n’est pas retenue ; ce qui est reçu la solde, jamais au-delà', async () => {
    const id = await verseATort(3)
    await expect(echelonnerIndu(ines, id, dateCivile('2026-11-20'), 901)).rejects.toThrow('dépasse')
    await echelonnerIndu(ines, id, dateCivile('2026-11-20'), 500)
    await recevoir(consultation('C3', 3, { soinsDebut: '2026-03-11' }))
    expect(await payer('2027-01-20')).toBe(900)
    await encaisserIndu(ines, id, dateCivile('2027-01-21'), 500)
    await expect(encaisserIndu(ines, id, dateCivile('2027-02-21'), 500)).rejects.toThrow('dépasse')
    await encaisserIndu(ines, id, dateCivile('2027-02-21'), 400)
    expect(await etat(id)).toMatchObject({ etat: 'SOLDE', reprise: 'PAYEE' })
    await expect(contesterIndu(ines, id, dateCivile('2027-02-22'))).rejects.toThrow('entièrement rendue')
  })

  test('versée à un professionnel, est la sienne : l’adhérent n’en rend rien et n’en lit rien', async () => {
    const tiers = { reglement: { date: '2026-03-12', destinataire: 'PROFESSIONNEL' as const } }
    await recevoir(consultation('T4', 4, { ...tiers, soinsDebut: '2026-03-05' }))
    const { rows } = await base.query<{ id: string }>('SELECT id FROM tiers')
    await enregistrerRibTiers(ines, rows[0]?.id ?? '', ibanDeTest(99))
    const id = await verseATort(4, tiers)
    const { rows: lus } = await base.query('SELECT tiers_id FROM indus WHERE id = $1', [id])
    expect(lus).toEqual([{ tiers_id: rows[0]?.id }])
    await recevoir(
      consultation('C4', 4, { soinsDebut: '2026-03-11' }),
      consultation('C4t', 4, { ...tiers, soinsDebut: '2026-03-13' }),
    )
    // The member's 9,00 € leave whole; the professional's next 9,00 € settle what they owe.
    expect(await payer('2026-12-20')).toBe(900)
    expect(await etat(id)).toMatchObject({ etat: 'SOLDE', reprise: 'PAYEE' })
  })

  test('reprise sur un remboursement qu’on annule ensuite, est due de nouveau', async () => {
    const id = await verseATort(5)
    // 4,00 € of the 9,00 €: paid back by hand, so that what follows is retained in part.
    await encaisserIndu(ines, id, dateCivile('2026-11-17'), 500)
    const entame = consultation('C5', 5, { soinsDebut: '2026-03-11' })
    await recevoir(entame)
    const { lotId } = await preparerVersements(ines, {
      executionLe: EXECUTION,
      jour: dateCivile('2026-12-20'),
    })
    expect(await etat(id)).toMatchObject({ etat: 'SOLDE' })
    await recevoir(annulation('C5X', entame))
    await expect(validerLot(paul, lotId ?? '')).rejects.toThrow('un remboursement de ce lot a été annulé')
    await suivreIndus(dateCivile('2026-12-21'))
    expect(await etat(id)).toMatchObject({ etat: 'EN_RECUPERATION', reprise: 'A_PAYER' })
  })

  /** 9,00 € by 3,00 € a month from 20 November: 3,00 € are due on 20 December, 6,00 € on 20 January. */
  test('dont une mensualité manque, est rappelée par une lettre, puis reprise sur les remboursements', async () => {
    const id = await verseATort(6)
    await echelonnerIndu(ines, id, dateCivile('2026-11-20'), 300)
    const relances = async () => {
      const { rows } = await base.query(
        `SELECT d.emis_le::text AS le, d.donnees -> 'faits' AS faits FROM documents d
          WHERE d.donnees -> 'faits' ->> 'objet' = 'Une mensualité que nous n’avons pas reçue' ORDER BY d.emis_le`,
      )
      return rows
    }
    await suivreIndus(dateCivile('2026-12-30'))
    expect(await relances()).toEqual([])
    await suivreIndus(dateCivile('2026-12-31'))
    await suivreIndus(dateCivile('2027-01-01'))
    const [lettre, ...autres] = await relances()
    expect(autres).toEqual([])
    expect(lettre.le).toBe('2026-12-31')
    expect(JSON.stringify(lettre.faits)).toMatch(
      /Il manque 3,00\u00a0€.*Sans votre paiement avant le 30 janvier 2027/,
    )
    expect(lettre.faits.fondements.map((f: { article: string }) => f.article)).toEqual([
      'Mutami, art. 28',
      'Mutami, art. 28',
    ])
    // Paid in time: the agreement goes on, and the next one missed is another letter.
    await encaisserIndu(ines, id, dateCivile('2027-01-05'), 300)
    await suivreIndus(dateCivile('2027-01-06'))
    await suivreIndus(dateCivile('2027-01-31'))
    expect((await relances()).map((l) => l.le)).toEqual(['2026-12-31', '2027-01-31'])
    expect(await mensualite(id)).toBe(300)
    await suivreIndus(dateCivile('2027-03-01'))
    expect(await mensualite(id)).toBe(300)
    await suivreIndus(dateCivile('2027-03-02'))
    expect(await mensualite(id)).toBeNull()
    // The 6,00 € that remain are retained on the next 9,00 €.
    await recevoir(consultation('C6', 6, { soinsDebut: '2026-03-11' }))
    expect(await payer('2027-03-02')).toBe(300)
    expect(await etat(id)).toMatchObject({ etat: 'SOLDE', reprise: 'PAYEE' })
  })

  test('laisse des comptes justes', async () => {
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })
})
