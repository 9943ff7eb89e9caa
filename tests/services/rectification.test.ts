import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation, enMorceaux, flux, portefeuille } from '../support/flux-de-test'
import { marquerPayees } from '../support/paiements'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let numero = 0
const neuf = () => `N${++numero}`

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const offre = { porte: () => true, propose: () => true }
  const octets = portefeuille(20, { reglement: 'mutami', formule: 'tribu-equilibre' })
  expect((await importerPortefeuille(SYSTEME, octets, offre)).issue).toBe('IMPORTE')
})
afterAll(() => fermer())

/** Tribu Équilibre gives 30 € a year for osteopathy; the AMO gives nothing. */
const seance = (id: string, personne: number, depense: number): LigneRecue =>
  consultation(id, personne, {
    acte: { nature: 'MD-OST' },
    montants: { depense, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
  })

/** A crown: base 120 €, the AMO pays 72, Tribu Équilibre 78: 48 of ticket modérateur and 30 of overrun, 500 € of overruns a year. */
const couronne = (id: string, personne: number, depense: number): LigneRecue =>
  consultation(id, personne, {
    acte: { nature: 'HBLD', nomenclature: 'CCAM', code: 'HBLD734', quantite: 1 },
    montants: { depense, baseRemboursement: 12000, tauxRO: '60', montantRO: 7200 },
  })

const correction = (id: string, origine: LigneRecue, ligne: LigneRecue): LigneRecue => ({
  ...ligne,
  idDecompte: id,
  operation: 'REGULARISATION',
  ligneOrigine: { idDecompte: origine.idDecompte, numeroLigne: origine.numeroLigne },
})

async function recevoir(lignes: readonly LigneRecue[], emetteur = neuf(), creeLe?: string): Promise<string> {
  const octets = flux(lignes, { id: neuf(), emetteur, ...(creeLe === undefined ? {} : { creeLe }) })
  expect(await importerFlux(SYSTEME, enMorceaux(octets, 50_000))).toMatchObject({
    compte: { quarantaine: 0 },
  })
  return emetteur
}

/** Every prestation of a person in order of arrival: state, mutuelle's share in cents, whose line it answers. */
async function prestations(personne: number) {
  const { rows } = await proprietaire.query(
    `SELECT p.etat, p.part_mutuelle::int AS amc, l.emetteur_type AS de, p.motifs, p.depense::int
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
        JOIN personnes q ON q.id = p.personne_id
      WHERE q.nom = $1 ORDER BY f.ordre, l.rang`,
    [`Nom${personne}`],
  )
  return rows
}

const due = (lignes: readonly { etat: string; amc: number }[]) =>
  lignes.filter((p) => p.etat === 'A_PAYER').reduce((total, p) => total + p.amc, 0)

async function comptesFaux() {
  const { rows } = await proprietaire.query(
    `SELECT 'compteur' AS quoi, k.id FROM compteurs k LEFT JOIN (
        SELECT c.compteur_id, sum(c.montant) AS pris FROM consommations c
        WHERE NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = c.prestation_id) GROUP BY 1) s ON s.compteur_id = k.id
      WHERE k.consomme <> coalesce(s.pris, 0) OR k.consomme > k.plafond
      UNION ALL SELECT 'ligne', l.id FROM lignes_decompte l LEFT JOIN prestations p ON p.ligne_id = l.id WHERE p.id IS NULL`,
  )
  return rows
}

/** 20 + 10 + 0, then the first is corrected to 5: 5 + 20 + 5. */
const histoire = (p: number): LigneRecue[] => {
  const a = seance(`A${p}`, p, 2000)
  return [
    a,
    seance(`B${p}`, p, 2000),
    seance(`C${p}`, p, 2000),
    annulation(`AX${p}`, a),
    correction(`AC${p}`, a, seance('', p, 500)),
  ]
}
const ATTENDU = [
  ['ANNULEE', 2000, 'AMO'],
  ['ANNULEE', 1000, 'AMO'],
  ['ANNULEE', 0, 'AMO'],
  ['ANNULEE', -2000, 'AMO'],
  ['A_PAYER', 500, 'AMO'],
  ['ANNULEE', -1000, 'MUTUELLE'],
  ['A_PAYER', 2000, 'MUTUELLE'],
  ['ANNULEE', 0, 'MUTUELLE'],
  ['A_PAYER', 500, 'MUTUELLE'],
]
const vue = (lignes: readonly { etat: string; amc: number; de: string }[]) =>
  lignes.map((p) => [p.etat, p.amc, p.de])

test('un soin corrigé à la baisse rend du forfait aux soins qui le suivaient, chacun avec son explication', async () => {
  await recevoir(histoire(1))
  await liquider()
  const lignes = await prestations(1)
  expect(vue(lignes)).toEqual(ATTENDU)
  expect(due(lignes)).toBe(3000)
  expect(lignes[5]?.motifs.map((m: { code: string }) => m.code)).toEqual(['REPRISE_POUR_RECALCUL'])
  expect(lignes[6]?.motifs[0]).toMatchObject({
    code: 'FORFAIT_RECALCULE',
    donnees: {
      sens: { valeur: 'A_PAYER' },
      avant: { valeur: 1000 },
      apres: { valeur: 2000 },
      difference: { valeur: 1000 },
    },
  })
  expect(expliquerMotif(lignes[6]?.motifs[0])).toContain('de plus')
})

test('en petits lots ou en plusieurs fichiers, le résultat est le même', async () => {
  await recevoir(histoire(2))
  await liquider(1)
  expect(vue(await prestations(2))).toEqual(ATTENDU)
  const emetteur = neuf()
  for (const ligne of histoire(3)) {
    await recevoir([ligne], emetteur)
    await liquider()
  }
  expect(vue(await prestations(3))).toEqual(ATTENDU)
  expect(await comptesFaux()).toEqual([])
})

test('un soin corrigé à la hausse après paiement laisse un indu sur les suivants', async () => {
  const a = seance('A4', 4, 500)
  const emetteur = await recevoir([a, seance('B4', 4, 2500)], neuf(), '2026-11-01T06:00:00+01:00')
  await liquider()
  await marquerPayees(proprietaire, { jusquAu: dateCivile('2026-11-01'), le: dateCivile('2026-11-03') })
  await recevoir([annulation('AX4', a), correction('AC4', a, seance('', 4, 2200))], emetteur)
  await liquider()
  const lignes = await prestations(4)
  expect(vue(lignes)).toEqual([
    ['PAYEE', 500, 'AMO'],
    ['PAYEE', 2500, 'AMO'],
    ['A_PAYER', -500, 'AMO'],
    ['A_PAYER', 2200, 'AMO'],
    ['A_PAYER', -2500, 'MUTUELLE'],
    ['A_PAYER', 800, 'MUTUELLE'],
  ])
  // 22 + 8 − 5 − 25: what was paid in all makes the 30 € of the year, and no more is due.
  expect(due(lignes)).toBe(0)
  expect(lignes[5]?.motifs[0]).toMatchObject({
    code: 'FORFAIT_RECALCULE',
    donnees: { sens: { valeur: 'INDU' }, difference: { valeur: 1700 } },
  })
  expect(expliquerMotif(lignes[5]?.motifs[0])).toContain('de trop')
})

test('ce qui a été refait peut être annulé par son émetteur, puis corrigé encore', async () => {
  const [a, b, c] = histoire(5)
  if (a === undefined || b === undefined || c === undefined) throw new Error('histoire trop courte')
  const emetteur = await recevoir(histoire(5))
  await liquider()
  await recevoir([annulation('BX5', b)], emetteur)
  await liquider()
  expect(due(await prestations(5))).toBe(1000)
  // B comes back at 8 €, in its place: 5 + 8, then C has what is left of its 20.
  await recevoir([correction('BC5', b, seance('', 5, 800))], emetteur)
  await liquider()
  const lignes = await prestations(5)
  expect(lignes.filter((p) => p.etat === 'A_PAYER').map((p) => p.amc)).toEqual([500, 800, 1700])
  expect(await comptesFaux()).toEqual([])
})

test('un soin suivant déjà annulé n’empêche pas de refaire les autres', async () => {
  const [a, b, c] = histoire(9)
  if (a === undefined || b === undefined || c === undefined) throw new Error('histoire trop courte')
  await recevoir([
    a,
    b,
    c,
    annulation('BX9', b),
    annulation('AX9', a),
    correction('AC9', a, seance('', 9, 500)),
  ])
  await liquider()
  // 5 for A, nothing for B, so 20 for C.
  const lignes = await prestations(9)
  expect(lignes.filter((p) => p.etat === 'A_PAYER').map((p) => p.amc)).toEqual([500, 2000])
  expect(await comptesFaux()).toEqual([])
})

test('ce qui a été refait deux fois s’annule encore par le nom que lui donne son émetteur', async () => {
  const [a, b, c] = histoire(10)
  if (a === undefined || b === undefined || c === undefined) throw new Error('histoire trop courte')
  const emetteur = await recevoir(histoire(10))
  await liquider()
  const corrigee = correction('AC10', a, seance('', 10, 500))
  await recevoir([annulation('ACX10', corrigee), correction('AD10', a, seance('', 10, 800))], emetteur)
  await liquider()
  // 8 + 20 + 2, then C taken back leaves 28.
  expect(due(await prestations(10))).toBe(3000)
  await recevoir([annulation('CX10', c)], emetteur)
  await liquider()
  expect(due(await prestations(10))).toBe(2800)
  expect(await comptesFaux()).toEqual([])
})

test('les autres forfaits, les autres personnes et les soins d’avant ne bougent pas', async () => {
  const a = seance('A6', 6, 2000)
  const enfant = { beneficiaire: { dateNaissance: '2012-06-15', rangNaissance: 1 } }
  await recevoir([
    seance('Z6', 6, 300),
    a,
    consultation('G6', 6),
    couronne('K6', 6, 65000),
    { ...seance('E6', 6, 2000), ...enfant },
    annulation('AX6', a),
    correction('AC6', a, seance('', 6, 3000)),
  ])
  await liquider()
  expect(vue(await prestations(6))).toEqual([
    ['A_PAYER', 300, 'AMO'],
    ['ANNULEE', 2000, 'AMO'],
    ['A_PAYER', 900, 'AMO'],
    ['A_PAYER', 7800, 'AMO'],
    ['A_PAYER', 2000, 'AMO'],
    ['ANNULEE', -2000, 'AMO'],
    ['A_PAYER', 2700, 'AMO'],
  ])
})

test('un soin suivant sur le point d’être annulé n’est pas refait : la correction vient après lui', async () => {
  const a = seance('A7', 7, 1000)
  const b = seance('B7', 7, 2000)
  await recevoir([
    a,
    b,
    annulation('AX7', a),
    correction('AC7', a, seance('', 7, 2500)),
    annulation('BX7', b),
  ])
  await liquider(1)
  expect(vue(await prestations(7))).toEqual([
    ['ANNULEE', 1000, 'AMO'],
    ['ANNULEE', 2000, 'AMO'],
    ['ANNULEE', -1000, 'AMO'],
    ['A_PAYER', 1000, 'AMO'],
    ['ANNULEE', -2000, 'AMO'],
  ])
  expect(await comptesFaux()).toEqual([])
})

test('le plafond des dépassements dentaires se recompte de même', async () => {
  // 17 crowns of overrun at 30 € make 510: the last takes 20. The first corrected without overrun gives it 10 more.
  const lignes = Array.from({ length: 17 }, (_, n) => couronne(`K${n}`, 8, 65000))
  const [premiere] = lignes
  if (premiere === undefined) throw new Error('aucune couronne')
  await recevoir([...lignes, annulation('KX', premiere), correction('KC', premiere, couronne('', 8, 12000))])
  await liquider()
  const faites = await prestations(8)
  expect(faites[16]).toMatchObject({ etat: 'ANNULEE', amc: 4800 + 2000 })
  expect(faites.slice(-3)).toMatchObject([
    { etat: 'A_PAYER', amc: 4800, de: 'AMO' },
    { etat: 'ANNULEE', amc: -6800, de: 'MUTUELLE' },
    { etat: 'A_PAYER', amc: 7800, de: 'MUTUELLE' },
  ])
  expect(await comptesFaux()).toEqual([])
})
