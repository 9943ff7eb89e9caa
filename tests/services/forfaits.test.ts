import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { reglements } from '@/lib/reglements/catalogue'
import { SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation, enMorceaux, flux, portefeuille } from '../support/flux-de-test'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let numero = 0
const neuf = () => `N${++numero}`

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const reglement = Object.keys(reglements)[0] ?? ''
  const offre = { porte: () => true, propose: () => true }
  const octets = portefeuille(60, { reglement, formule: 'tribu-equilibre' })
  expect((await importerPortefeuille(SYSTEME, octets, offre)).issue).toBe('IMPORTE')
})
afterAll(() => fermer())

/** A session of osteopathy: nothing from the AMO, 30 € a year from the formule. */
const seance = (id: string, personne: number, depense: number, soinsDebut = '2026-03-10'): LigneRecue =>
  consultation(id, personne, {
    soinsDebut,
    acte: { nature: 'MD-OST' },
    montants: { depense, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
  })

/** Class B: the base is 0,05 € and the AMO pays 0,03 €. */
const element = (
  id: string,
  numeroLigne: number,
  personne: number,
  code: string,
  depense: number,
  soinsDebut = '2026-04-02',
) =>
  consultation(id, personne, {
    numeroLigne,
    soinsDebut,
    acte: { nature: 'OPT', nomenclature: 'LPP', code, quantite: 1 },
    montants: { depense, baseRemboursement: 5, tauxRO: '60', montantRO: 3 },
  })

async function recevoir(lignes: readonly LigneRecue[], emetteur = neuf()): Promise<string> {
  const octets = flux(lignes, { id: neuf(), emetteur })
  expect(await importerFlux(SYSTEME, enMorceaux(octets, 50_000))).toMatchObject({
    issue: 'IMPORTE',
    compte: { quarantaine: 0 },
  })
  return emetteur
}

async function liquiderLignes(lignes: readonly LigneRecue[], lot?: number) {
  const emetteur = await recevoir(lignes)
  await liquider(lot)
  return prestations(emetteur)
}

async function prestations(emetteur: string) {
  const { rows } = await proprietaire.query(
    `SELECT p.etat, p.ligne_garantie AS ligne, p.depense::int, p.part_amo::int AS amo, p.part_mutuelle::int AS amc,
        p.reste_a_charge::int AS rac, p.limites, p.motifs, p.entrees - 'equipement' AS entrees,
        (SELECT json_agg(json_build_array(d.ligne, d.montant) ORDER BY d.rang) FROM prestation_details d WHERE d.prestation_id = p.id) AS details,
        (SELECT json_agg(json_build_array(c.ligne, c.jour, c.montant, c.quantite) ORDER BY c.rang)
          FROM consommations c WHERE c.prestation_id = p.id) AS consommations
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      WHERE l.emetteur_code = $1 ORDER BY f.ordre, l.rang`,
    [emetteur],
  )
  return rows
}

/** counters equal what standing prestations took, never pass their ceiling, and splits add up. */
async function comptesFaux() {
  const { rows } = await proprietaire.query(
    `SELECT 'compteur' AS quoi, k.id FROM compteurs k LEFT JOIN (
        SELECT c.compteur_id, sum(c.montant) AS pris FROM consommations c
        WHERE NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = c.prestation_id) GROUP BY 1) s ON s.compteur_id = k.id
      WHERE k.consomme <> coalesce(s.pris, 0) OR k.consomme > k.plafond
      UNION ALL SELECT 'ligne', l.id FROM lignes_decompte l LEFT JOIN prestations p ON p.ligne_id = l.id WHERE p.id IS NULL
      UNION ALL SELECT 'detail', p.id FROM prestations p LEFT JOIN prestation_details d ON d.prestation_id = p.id
        GROUP BY p.id HAVING p.part_mutuelle <> coalesce(sum(d.montant), 0)`,
  )
  return rows
}

describe('un forfait annuel de 30 €', () => {
  test('se verse en plusieurs fois, jamais au-delà, et reprend au 1er janvier', async () => {
    const lignes = await liquiderLignes([
      seance('A', 1, 2000, '2025-12-30'),
      seance('B', 1, 2000, '2025-12-31'),
      seance('C', 1, 2000, '2025-12-31'),
      seance('D', 1, 5000, '2026-01-01'),
    ])
    expect(lignes.map((p) => [p.etat, p.amc, p.rac])).toEqual([
      ['A_PAYER', 2000, 0],
      ['A_PAYER', 1000, 1000],
      ['REFUSEE', 0, 2000],
      ['A_PAYER', 3000, 2000],
    ])
    expect(lignes[2]?.limites).toContain('PLAFOND_ANNUEL')
  })

  test("est rendu par une annulation et sert à la ligne d'après", async () => {
    const a = seance('A', 2, 3000)
    const lignes = await liquiderLignes([a, seance('B', 2, 3000), annulation('AX', a), seance('C', 2, 4000)])
    expect(lignes.map((p) => [p.etat, p.amc])).toEqual([
      ['ANNULEE', 3000],
      ['REFUSEE', 0],
      ['ANNULEE', -3000],
      ['A_PAYER', 3000],
    ])
    expect(await comptesFaux()).toEqual([])
  })

  test('appartient à chaque personne de la famille', async () => {
    const enfant = { beneficiaire: { dateNaissance: '2012-06-15', rangNaissance: 1 } }
    const lignes = await liquiderLignes([seance('A', 3, 3000), { ...seance('B', 3, 3000), ...enfant }])
    expect(lignes.map((p) => p.amc)).toEqual([3000, 3000])
  })

  test('n’est jamais dépassé ni laissé par huit liquidations simultanées', async () => {
    const lignes = Array.from({ length: 300 }, (_, i) => seance(`P${i}`, 4 + (i % 10), 700 + (i % 7) * 100))
    const emetteurs = await Promise.all(
      Array.from({ length: 4 }, (_, i) => recevoir(lignes.slice(75 * i, 75 * (i + 1)))),
    )
    const faites = await Promise.all(Array.from({ length: 8 }, () => liquider(7)))
    expect(faites.reduce((total, { prestations: n }) => total + n, 0)).toBe(300)
    const { rows } = await proprietaire.query(
      `SELECT p.personne_id, sum(p.part_mutuelle)::int AS verse FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id
        WHERE l.emetteur_code = ANY ($1) GROUP BY 1`,
      [emetteurs],
    )
    expect(rows.map((r) => r.verse)).toEqual(Array.from({ length: 10 }, () => 3000))
    expect(await comptesFaux()).toEqual([])
  })
})

describe('un équipement optique', () => {
  const equipement = (id: string, personne: number) => [
    element(id, 1, personne, 'OPT-B-MONT', 15000),
    element(id, 2, personne, 'OPT-B-S', 10000),
    element(id, 3, personne, 'OPT-B-S', 10000),
  ]

  test('se rembourse élément par élément : monture 40 € moins la part de l’Assurance maladie, verre 40 € en plus', async () => {
    const lignes = await liquiderLignes(equipement('L', 20))
    expect(lignes.map((p) => [p.ligne, p.etat, p.amo, p.amc, p.rac])).toEqual([
      ['optique.monture', 'A_PAYER', 3, 3997, 11000],
      ['optique.verre-simple', 'A_PAYER', 3, 4000, 5997],
      ['optique.verre-simple', 'A_PAYER', 3, 4000, 5997],
    ])
  })

  test('coupé en trois fichiers, ou liquidé ligne à ligne, donne les mêmes lignes', async () => {
    const entier = await liquiderLignes(equipement('L', 21))
    const emetteur = neuf()
    for (const ligne of equipement('L', 22)) {
      await recevoir([ligne], emetteur)
      await liquider()
    }
    expect(await prestations(emetteur)).toEqual(entier)
    expect(await liquiderLignes(equipement('L', 23), 1)).toEqual(entier)
  })

  test('ne se renouvelle pas avant deux ans, sauf s’il a été annulé', async () => {
    const premier = equipement('P', 24)
    const second = (id: string) => element(id, 1, 24, 'OPT-B-MONT', 15000, '2026-09-01')
    const lignes = await liquiderLignes([
      ...premier,
      second('S'),
      ...premier.map((l, i) => ({ ...annulation(`X${i}`, l) })),
      second('T'),
    ])
    expect(lignes.map((p) => [p.etat, p.amc])).toEqual([
      ['ANNULEE', 3997],
      ['ANNULEE', 4000],
      ['ANNULEE', 4000],
      ['REFUSEE', 0],
      ['ANNULEE', -3997],
      ['ANNULEE', -4000],
      ['ANNULEE', -4000],
      ['A_PAYER', 3997],
    ])
    expect(lignes[3]?.limites).toContain('RENOUVELLEMENT')
  })
})

test('les mêmes lignes en un lot, en petits lots ou en plusieurs fichiers font les mêmes prestations', async () => {
  const histoire = (p: number): LigneRecue[] => {
    const s = seance('H2', p, 1800)
    return [
      consultation('H1', p),
      s,
      element('H3', 1, p, 'OPT-B-S', 9000),
      seance('H4', p, 2500),
      annulation('H5', s),
      element('H3', 2, p, 'OPT-B-S', 9000),
      seance('H6', p, 2500),
      consultation('H7', p, { acte: { nature: 'INCONNU' } }),
      element('H3', 3, p, 'OPT-B-MONT', 20000),
      consultation('H8', p, { soinsDebut: '2020-01-01' }),
    ]
  }
  const entier = await liquiderLignes(histoire(30))
  expect(await liquiderLignes(histoire(31), 1)).toEqual(entier)
  expect(await liquiderLignes(histoire(32), 3)).toEqual(entier)
  const emetteur = neuf()
  for (const [du, au] of [
    [0, 4],
    [2, 7],
    [5, 10],
  ])
    await recevoir(histoire(33).slice(du, au), emetteur)
  await liquider(2)
  expect(await prestations(emetteur)).toEqual(entier)
  expect(await comptesFaux()).toEqual([])
})
