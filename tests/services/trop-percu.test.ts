import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ajouterJours, dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { ouvrirFichier } from '@/lib/server/stockage/fichiers'
import { verifierComptes } from '@/lib/services/controle/data'
import {
  actualiserEcheanciers,
  appelerEcheances,
  ecrireEcheancier,
} from '@/lib/services/echeancier/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { abandonnerLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import { signerMandat } from '@/lib/services/mandat/mutations'
import { lireRetours } from '@/lib/services/retour-bancaire/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { loadMesTropPercus, loadTropPercus, loadTropPercusDuContrat } from '@/lib/services/trop-percu/data'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { comptable, rejets } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille, preleverJusquAu } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
let rang = 0
/** The business day of the tests is 15 November 2026; the contracts of these tests end in October. */
const JOUR = dateCivile('2026-11-15')
const EXECUTION = dateCivile('2026-11-17')

/**
 * Tariff tribu-equilibre of 2026: 44,20 + 49,50 + 2 × 21,20 = 136,10 € a month, 1 633,20 € a year (tests/services/echeancier).
 * The contract ends on 20 October: 72 days are left of 365. Due: 1 633,20 − round(1 633,20 × 72 / 365 = 322,17) = 1 311,03 €.
 * Ten months are paid, 1 361,00 €: 49,97 € are given back, by 19 November.
 */
const FIN = '2026-10-20'
const PAYE = 136_100
const GARDE = 131_103
const RENDU = 4997

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

/** A family whose contributions are debited until the given day. @returns the contract. */
async function famille(payeJusquAu = '2026-10-06'): Promise<string> {
  rang += 1
  const numero = `T${String(rang).padStart(4, '0')}`
  await installerFamille({
    numero,
    formules: [['tribu-equilibre', '2024-01-01', '']],
    personnes: [
      ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'],
      ['CONJOINT', 'Yann', '1984-09-03'],
      ['ENFANT', 'Nils', '2015-02-20'],
      ['ENFANT', 'Lise', '2018-07-09'],
    ],
  })
  const id = await adhesionDe(base, numero)
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, du)
      VALUES ($1, 'MENSUELLE', 'PRELEVEMENT', 6, '2024-01-01')`,
    [id],
  )
  await signerMandat(SYSTEME, { adhesionId: id, signeLe: dateCivile('2024-01-02') })
  await ecrireEcheancier(id, 2026, dateCivile('2026-01-01'))
  await preleverJusquAu(ines, paul, payeJusquAu)
  return id
}

async function finir(id: string, fin = FIN): Promise<void> {
  for (const [table, colonne] of [
    ['adhesions', 'date_fin'],
    ['choix_formules', 'au'],
    ['beneficiaires', 'au'],
  ])
    await base.query(
      `UPDATE ${table} SET ${colonne} = $2 WHERE ${table === 'adhesions' ? 'id' : 'adhesion_id'} = $1`,
      [id, fin],
    )
  expect(await ecrireEcheancier(id, 2026, JOUR)).toMatchObject({ issue: 'ECRIT' })
}

const familleFinie = async (): Promise<string> => {
  const id = await famille()
  await finir(id)
  return id
}

const preparer = async (): Promise<string> => {
  const { lotId } = await preparerVersements(ines, { executionLe: EXECUTION, jour: JOUR })
  if (lotId === null) throw new Error('aucun lot')
  return lotId
}

async function payer(): Promise<string> {
  const lotId = await preparer()
  await validerLot(paul, lotId)
  await emettreLot(lotId)
  return lotId
}

async function solde(adhesionId: string): Promise<number> {
  const { rows } = await base.query(
    `SELECT coalesce(sum(debit - credit), 0)::int AS solde FROM soldes WHERE adhesion_id = $1 AND nature = 'COTISATIONS_ADHERENT'`,
    [adhesionId],
  )
  return rows[0].solde
}

async function rendu(adhesionId: string) {
  const { rows } = await base.query(
    `SELECT etat, montant::int, payee_le::text FROM echeances WHERE adhesion_id = $1 AND montant < 0 AND etat <> 'REMPLACEE'`,
    [adhesionId],
  )
  return rows
}

async function ordre(lotId: string, adhesionId: string) {
  const { rows } = await base.query(
    `SELECT o.end_to_end_id AS "endToEndId", l.msg_id AS "msgId", o.montant::int, o.objet, o.etat, o.iban_fin AS "ibanFin"
      FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id WHERE l.id = $1 AND o.adhesion_id = $2`,
    [lotId, adhesionId],
  )
  return rows[0]
}

async function revenir(lotId: string, adhesionId: string, code: string): Promise<void> {
  const { endToEndId, msgId } = await ordre(lotId, adhesionId)
  expect(await lireRetours(ines, rejets(msgId, [{ endToEndId, code }]))).toMatchObject({ nouveaux: 1 })
}

const membre = (adhesionId: string) =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: '00000000-0000-4000-8000-000000000001',
    personneId: '00000000-0000-4000-8000-000000000002',
    adhesions: [adhesionId],
    adhesionsLues: [],
  })

const justes = async () => (await verifierComptes()).filter((c) => c.fautes > 0)

describe('Des cotisations payées au-delà de la fin du contrat (A37)', () => {
  test('se doivent dès qu’on le sait, et partent par un virement qui ne dit que « Remboursement de cotisation »', async () => {
    const id = await familleFinie()
    await appelerEcheances(JOUR)
    expect(await solde(id)).toBe(-RENDU)
    const lotId = await payer()
    expect(await ordre(lotId, id)).toMatchObject({ montant: RENDU, objet: 'COTISATION_RENDUE', etat: 'EMIS' })
    expect(await rendu(id)).toEqual([{ etat: 'PAYEE', montant: -RENDU, payee_le: EXECUTION }])
    expect(await solde(id)).toBe(0)
    const { rows } = await base.query(
      `SELECT f.id, f.cle_scellee AS "cleScellee", f.efface_le AS "effaceLe" FROM lots_bancaires l
        JOIN fichiers f ON f.id = l.fichier_id WHERE l.id = $1`,
      [lotId],
    )
    const xml = await text(await ouvrirFichier(rows[0]))
    expect(xml).toMatch(/<InstdAmt Ccy="EUR">49\.97</)
    expect([...xml.matchAll(/<Ustrd>(.*?)<\/Ustrd>/g)].map((m) => m[1])).toEqual([
      expect.stringMatching(/^Remboursement de cotisation 2026-11 ref\. [A-Z0-9-]{12}$/),
    ])
    expect(await justes()).toEqual([])
    await expect(preparer()).rejects.toThrow('Rien n’est à verser')
  })

  test('sont montrées à la comptabilité avec leur délai, et au seul adhérent qui les attend', async () => {
    const id = await familleFinie()
    const attendu = {
      adhesionId: id,
      annee: 2026,
      montant: RENDU,
      exigibleLe: '2026-11-19',
      enLot: false,
      payeLe: null,
    }
    expect(await loadTropPercus(ines, JOUR)).toMatchObject([attendu])
    expect(await loadTropPercusDuContrat(ines, id, JOUR)).toMatchObject([attendu])
    const conseil = frapperGestion({ ...ines, role: 'MEDECIN_CONSEIL' })
    expect(await loadTropPercusDuContrat(conseil, id, JOUR)).toEqual([])
    expect(await loadTropPercus(conseil, JOUR)).toEqual([])
    expect(await loadMesTropPercus(membre(id), JOUR)).toMatchObject([attendu])
    expect(await loadMesTropPercus(membre('00000000-0000-4000-8000-000000000009'), JOUR)).toEqual([])
    await payer()
    expect(await loadTropPercus(ines, JOUR)).toEqual([])
    expect(await loadMesTropPercus(membre(id), JOUR)).toMatchObject([{ payeLe: EXECUTION, enLot: true }])
  })

  test('attendent un RIB sans lequel rien ne part, et partent sur celui qui arrive', async () => {
    const id = await familleFinie()
    await base.query(`UPDATE comptes_bancaires SET au = '2026-10-31' WHERE adhesion_id = $1`, [id])
    await expect(preparer()).rejects.toThrow('Rien n’est à verser')
    expect(await loadTropPercus(ines, JOUR)).toMatchObject([{ adhesionId: id, ibanFin: null }])
    await base.query(`UPDATE comptes_bancaires SET au = NULL WHERE adhesion_id = $1`, [id])
    expect(await ordre(await payer(), id)).toMatchObject({ montant: RENDU })
  })

  test('dont le virement revient sont dues de nouveau ; le compte clos n’est plus employé', async () => {
    const id = await familleFinie()
    await revenir(await payer(), id, 'AC04')
    expect(await rendu(id)).toEqual([{ etat: 'REJETEE', montant: -RENDU, payee_le: null }])
    expect(await solde(id)).toBe(-RENDU)
    expect(await loadTropPercus(ines, dateCivile('2026-11-20'))).toMatchObject([
      { adhesionId: id, codeRetour: 'AC04', ibanFin: null, enLot: false },
    ])
    expect(await justes()).toEqual([])
    await base.query(`UPDATE comptes_bancaires SET au = NULL WHERE adhesion_id = $1`, [id])
    await payer()
    expect(await rendu(id)).toMatchObject([{ etat: 'PAYEE' }])
    expect(await solde(id)).toBe(0)
    expect(await justes()).toEqual([])
  })

  test('d’un lot abandonné peuvent repartir dans un autre', async () => {
    const id = await familleFinie()
    await abandonnerLot(paul, await preparer())
    expect(await rendu(id)).toMatchObject([{ etat: 'A_VENIR' }])
    expect(await justes()).toEqual([])
    await payer()
    expect(await rendu(id)).toMatchObject([{ etat: 'PAYEE' }])
  })

  test('préparées vingt fois à la fois sont dans un seul ordre vivant', async () => {
    const id = await familleFinie()
    const essais = await Promise.allSettled(Array.from({ length: 20 }, preparer))
    const lots = essais.flatMap((e) => (e.status === 'fulfilled' ? [e.value] : []))
    expect(lots).toHaveLength(1)
    await validerLot(paul, lots[0] ?? '')
    await emettreLot(lots[0] ?? '')
    expect(await solde(id)).toBe(0)
  })

  /** The tenth debit comes back: 1 224,90 € are paid, less than the 1 311,03 € due. Nothing is given back, 86,13 € are asked. */
  test('se recomptent quand un prélèvement revient après la fin : on ne rend pas ce qu’on n’a pas reçu', async () => {
    const id = await famille('2026-09-06')
    const lotId = await preleverJusquAu(ines, paul, '2026-10-06')
    await finir(id)
    await revenir(lotId, id, 'AM04')
    await expect(preparer()).rejects.toThrow('Rien n’est à verser')
    expect(await loadTropPercus(ines, JOUR)).toMatchObject([{ adhesionId: id, aRecompter: true }])
    await actualiserEcheanciers(JOUR)
    expect(await rendu(id)).toEqual([])
    const { rows } = await base.query(
      `SELECT montant::int FROM echeances WHERE adhesion_id = $1 AND etat = 'A_VENIR'`,
      [id],
    )
    expect(rows).toEqual([{ montant: 8613 }])
    expect(await actualiserEcheanciers(JOUR)).toMatchObject({ ecrits: 0 })
    expect(await justes()).toEqual([])
  })

  test('rendu et gardé font toujours ce qui a été payé, quel que soit le jour de la fin', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 270 }), async (jours) => {
        const id = await famille()
        await finir(id, ajouterJours(dateCivile('2026-01-02'), jours))
        await payer()
        const { rows } = await base.query(
          `SELECT sum(l.montant) FILTER (WHERE l.operation = 'ENCAISSEMENT')::int AS paye,
              sum(l.montant) FILTER (WHERE l.operation = 'RENDU_COTISATION')::int AS rendu,
              (SELECT total::int FROM echeanciers c WHERE c.adhesion_id = $1 ORDER BY version DESC LIMIT 1) AS garde
            FROM ecritures l JOIN ordres_bancaires o ON o.id = l.piece_id WHERE o.adhesion_id = $1`,
          [id],
        )
        expect(rows[0].paye).toBe(PAYE)
        expect(rows[0].rendu + rows[0].garde).toBe(PAYE)
        expect(await solde(id)).toBe(0)
      }),
      { numRuns: 12 },
    )
    expect(await justes()).toEqual([])
  })

  test('le contrôle des comptes voit un remboursement qui ne fait plus le compte', async () => {
    const id = await familleFinie()
    await payer()
    expect(PAYE - GARDE).toBe(RENDU)
    await base.query('ALTER TABLE echeances DISABLE TRIGGER echeances_gardees')
    await base.query(`UPDATE echeances SET montant = montant - 1 WHERE adhesion_id = $1 AND montant < 0`, [
      id,
    ])
    const codes = (await justes()).map((c) => c.code)
    await base.query(`UPDATE echeances SET montant = montant + 1 WHERE adhesion_id = $1 AND montant < 0`, [
      id,
    ])
    await base.query('ALTER TABLE echeances ENABLE TRIGGER echeances_gardees')
    expect(codes).toContain('RENDU_PLUS_GARDE')
    expect(await justes()).toEqual([])
  })
})
