import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { PASSAGES } from '@/lib/services/prestation/etats'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation, enMorceaux, flux, portefeuille } from '../support/flux-de-test'
import { marquerPayees } from '../support/paiements'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let numero = 0
const neuf = () => `N${++numero}`
const REGLEMENT = Object.keys(reglements)[0] ?? ''
const OFFRE = { porte: () => true, propose: () => true }

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const octets = portefeuille(60, { reglement: REGLEMENT, formule: 'tribu-equilibre' })
  expect((await importerPortefeuille(SYSTEME, octets, OFFRE)).issue).toBe('IMPORTE')
})
afterAll(() => fermer())

async function recevoir(lignes: readonly LigneRecue[], emetteur = neuf(), creeLe?: string): Promise<string> {
  const octets = flux(lignes, { id: neuf(), emetteur, ...(creeLe === undefined ? {} : { creeLe }) })
  expect(await importerFlux(SYSTEME, enMorceaux(octets, 50_000))).toMatchObject({
    issue: 'IMPORTE',
    compte: { quarantaine: 0 },
  })
  return emetteur
}

/** Prestations of an emitter in order of arrival, figures in cents as numbers. */
async function prestations(emetteur: string) {
  const { rows } = await proprietaire.query(
    `SELECT l.id_decompte AS id, p.etat, p.ligne_garantie AS ligne, p.depense::int, p.part_amo::int AS amo,
        p.part_mutuelle::int AS amc, p.reste_a_charge::int AS rac, p.limites, p.motifs, p.formule, p.version_reglement AS version,
        p.annule_id IS NOT NULL AS reprise
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      WHERE l.emetteur_code = $1 ORDER BY f.ordre, l.rang`,
    [emetteur],
  )
  return rows
}

async function liquiderFlux(lignes: readonly LigneRecue[]) {
  const emetteur = await recevoir(lignes)
  await liquider()
  return prestations(emetteur)
}

/** Counters equal what standing prestations took, and never pass their ceiling; every line has its prestation. */
async function verifierComptes(): Promise<void> {
  const { rows } = await proprietaire.query(
    `SELECT k.id FROM compteurs k LEFT JOIN (
        SELECT c.compteur_id, sum(c.montant) AS pris FROM consommations c
        WHERE NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = c.prestation_id) GROUP BY 1) s ON s.compteur_id = k.id
      WHERE k.consomme <> coalesce(s.pris, 0) OR k.consomme > k.plafond
      UNION ALL SELECT l.id FROM lignes_decompte l LEFT JOIN prestations p ON p.ligne_id = l.id WHERE p.id IS NULL
      UNION ALL SELECT p.id FROM prestations p LEFT JOIN prestation_details d ON d.prestation_id = p.id
        GROUP BY p.id HAVING p.part_mutuelle <> coalesce(sum(d.montant), 0)`,
  )
  expect(rows).toEqual([])
}

describe('une ligne reçue devient une prestation', () => {
  test('consultation à 30 € en secteur 1 : 19 € de l’Assurance maladie, 9 € de la mutuelle, 2 € de participation restent', async () => {
    const [p] = await liquiderFlux([consultation('C', 1)])
    expect(p).toMatchObject({
      etat: 'A_PAYER',
      ligne: 'honoraires-medicaux.dptam',
      depense: 3000,
      amo: 1900,
      amc: 900,
      rac: 200,
      formule: 'tribu-equilibre',
      version: `${REGLEMENT}/tribu@2024-01-01`,
    })
  })

  // 100 % × 30 − 40 % = 18 − 2 de participation = 16 ; ni la coupe ni la participation ne se remboursent.
  test('ALD hors du parcours : la mutuelle ne paie pas la coupe de l’Assurance maladie', async () => {
    const { montants, contexte } = consultation('A', 2)
    const [p] = await liquiderFlux([
      consultation('A', 2, {
        montants: { ...montants, tauxRO: '60', montantRO: 1600 },
        contexte: { ...contexte, exonerationTM: '4', parcoursSoins: 'S' },
      }),
    ])
    expect(p).toMatchObject({ amo: 1600, amc: 0, rac: 1400, limites: ['HORS_PARCOURS'] })
  })

  test.each<[string, Partial<LigneRecue>, string, string]>([
    ['pour information', { pourInformation: true }, 'REFUSEE', 'POUR_INFORMATION'],
    [
      'rejetée par l’Assurance maladie',
      { operation: 'REJET', rejet: { code: '55' } },
      'REFUSEE',
      'LIGNE_REJETEE',
    ],
    ['d’un acte inconnu', { acte: { nature: 'ZZZZ' } }, 'A_VERIFIER', 'ACTE_NON_RATTACHE'],
    // Mutami, art. 16 : la base est celle d'un confrère conventionné, que le décompte ne porte pas.
    [
      'd’un praticien non conventionné',
      { executant: { conventionnement: '0' } },
      'A_VERIFIER',
      'HORS_CONVENTION',
    ],
    ['antérieure à l’adhésion', { soinsDebut: '2023-12-31' }, 'REFUSEE', 'DROITS_AVANT_EFFET'],
  ])('une ligne %s n’est jamais payée, et dit pourquoi', async (_nom, plus, etat, motif) => {
    const [p] = await liquiderFlux([consultation('X', 2, plus)])
    expect(p).toMatchObject({ etat, amc: 0, motifs: [{ code: motif }] })
    expect(p?.motifs[0].article).toMatch(/.+\/.+/)
  })
})

describe('une reprise', () => {
  test('avant paiement ferme les deux lignes, sans rien devoir', async () => {
    const c = consultation('R1', 3)
    const [origine, reprise] = await liquiderFlux([c, annulation('R1X', c)])
    expect(origine).toMatchObject({ etat: 'ANNULEE', amc: 900 })
    expect(reprise).toMatchObject({ etat: 'ANNULEE', amc: -900, depense: -3000, rac: -200, reprise: true })
  })

  test('après paiement laisse la ligne payée et doit être récupérée', async () => {
    const c = consultation('R2', 3)
    const emetteur = await recevoir([c], neuf(), '2026-11-01T06:00:00+01:00')
    await liquider()
    await marquerPayees(proprietaire, { jusquAu: dateCivile('2026-11-01'), le: dateCivile('2026-11-03') })
    await recevoir([annulation('R2X', c)], emetteur)
    await liquider()
    expect(await prestations(emetteur)).toMatchObject([
      { etat: 'PAYEE', amc: 900 },
      { etat: 'A_PAYER', amc: -900 },
    ])
  })

  test('une correction est payée après l’annulation, à vérifier sans elle', async () => {
    const c = consultation('R3', 3)
    const corrigee: LigneRecue = {
      ...consultation('R3C', 3),
      operation: 'REGULARISATION',
      ligneOrigine: { idDecompte: 'R3', numeroLigne: 1 },
    }
    const lignes = await liquiderFlux([c, { ...corrigee, idDecompte: 'R3A' }, annulation('R3X', c), corrigee])
    expect(lignes.map((p) => p.etat)).toEqual(['ANNULEE', 'A_VERIFIER', 'ANNULEE', 'A_PAYER'])
    expect(lignes[1]).toMatchObject({ amc: 0, motifs: [{ code: 'ORIGINE_NON_ANNULEE' }] })
  })
})

test('les passages d’état du code sont ceux du déclencheur de la base', async () => {
  const { rows } = await proprietaire.query(`SELECT prosrc FROM pg_proc WHERE proname = 'garder_prestation'`)
  const couples = [...rows[0].prosrc.matchAll(/\('([A-Z_]+)', '([A-Z_]+)'\)/g)].map((m) => `${m[1]}>${m[2]}`)
  const declares = Object.entries(PASSAGES).flatMap(([de, vers]) => vers.map((v) => `${de}>${v}`))
  expect(couples.sort()).toEqual(declares.sort())
})

test('après tout cela les comptes sont justes', async () => {
  await verifierComptes()
})
