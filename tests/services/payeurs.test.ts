import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { baseDeFlux } from '../support/base-flux'
import { type ContratDeTest, contrats } from '../support/contrats-de-test'
import { consultation, enMorceaux, flux } from '../support/flux-de-test'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let numero = 0
const neuf = () => `N${++numero}`

const TRIBU = (personne: number): ContratDeTest => ({
  personne,
  numero: `T${personne}`,
  formule: 'tribu-equilibre',
  du: '2024-01-01',
})
const ZEN = (personne: number, du = '2025-01-01', au?: string): ContratDeTest => ({
  personne,
  numero: `Z${personne}-${du.slice(0, 4)}`,
  formule: 'zen-1',
  du,
  ...(au === undefined ? {} : { au }),
})
const SEUL = (personne: number, formule: string): ContratDeTest => ({
  personne,
  numero: `S${personne}`,
  formule,
  du: '2024-01-01',
})

const CONTRATS: readonly ContratDeTest[] = [
  ...[1, 2, 3, 4, 5].flatMap((n) => [TRIBU(n), ZEN(n)]),
  TRIBU(6),
  ZEN(6, '2026-01-01'),
  TRIBU(7),
  ZEN(7, '2025-01-01', '2025-12-31'),
  ZEN(7, '2026-01-01'),
  ZEN(8),
  TRIBU(9),
  SEUL(10, 'amse-2'),
  SEUL(11, 'amse-2'),
  TRIBU(12),
  SEUL(13, 'hospi-cp'),
  TRIBU(14),
  SEUL(15, 'tribu-premium'),
  ZEN(16),
  TRIBU(17),
  SEUL(18, 'amse-2'),
  ZEN(18),
  SEUL(19, 'hospi'),
  TRIBU(20),
  { ...TRIBU(20), numero: 'T20-BIS', formule: 'tribu-premium', du: '2025-01-01' },
]

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const offre = { porte: () => true, propose: () => true }
  expect(await importerPortefeuille(SYSTEME, contrats(CONTRATS), offre)).toMatchObject({ issue: 'IMPORTE' })
})
afterAll(() => fermer())

async function recevoir(lignes: readonly LigneRecue[], emetteur = neuf()): Promise<string> {
  const octets = flux(lignes, { id: neuf(), emetteur })
  expect(await importerFlux(SYSTEME, enMorceaux(octets, 50_000))).toMatchObject({
    compte: { quarantaine: 0 },
  })
  return emetteur
}

/** State, AMO, régime local, other payers, mutuelle and what is left, in cents, in order of arrival. */
async function partages(emetteur: string) {
  const { rows } = await proprietaire.query(
    `SELECT p.etat, p.part_amo::int AS amo, p.part_regime_local::int AS local, p.autres_remboursements::int AS autres,
        p.part_mutuelle::int AS amc, p.reste_a_charge::int AS rac, p.limites, p.motifs,
        (SELECT coalesce(json_agg(json_build_array(d.ligne, d.montant) ORDER BY d.rang), '[]') FROM prestation_details d
          WHERE d.prestation_id = p.id) AS details,
        (SELECT coalesce(json_agg(json_build_array(a.numero_adherent, c.ligne, c.montant, c.quantite, c.precisions) ORDER BY c.rang), '[]')
          FROM consommations c JOIN adhesions a ON a.id = c.adhesion_id WHERE c.prestation_id = p.id) AS prises
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      WHERE l.emetteur_code = $1 ORDER BY f.ordre, l.rang`,
    [emetteur],
  )
  return rows
}

async function liquiderLignes(lignes: readonly LigneRecue[], lot?: number) {
  const emetteur = await recevoir(lignes)
  await liquider(lot)
  return partages(emetteur)
}

const codes = (p: { motifs: { code: string }[] } | undefined) => p?.motifs.map((m) => m.code) ?? []

/** 50 € for a base of 30 €: the AMO pays 21 − 2 = 19, the ticket modérateur is 9. */
const specialiste = (id: string, personne: number, soinsDebut: string, rcDejaVerse?: number): LigneRecue =>
  consultation(id, personne, {
    soinsDebut,
    montants: {
      depense: 5000,
      baseRemboursement: 3000,
      tauxRO: '70',
      montantRO: 1900,
      participationForfaitaire: 200,
      ...(rcDejaVerse === undefined ? {} : { rcDejaVerse }),
    },
  })

const seance = (id: string, personne: number, depense: number): LigneRecue =>
  consultation(id, personne, {
    acte: { nature: 'MD-OST' },
    montants: { depense, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
  })

const element = (
  id: string,
  numeroLigne: number,
  personne: number,
  code: string,
  depense: number,
  rcDejaVerse = 0,
) =>
  consultation(id, personne, {
    numeroLigne,
    acte: { nature: 'OPT', nomenclature: 'LPP', code, quantite: 1 },
    montants: { depense, baseRemboursement: 5, tauxRO: '60', montantRO: 3, rcDejaVerse },
  })

describe('une surcomplémentaire paie après la première mutuelle', () => {
  test('sur une consultation à 50 € : 9 € de Tribu Équilibre, puis 12 € de Zen 1, 10 € restent', async () => {
    const [p] = await liquiderLignes([specialiste('C', 1, '2026-03-10')])
    expect(p).toMatchObject({
      etat: 'A_PAYER',
      amo: 1900,
      autres: 0,
      amc: 2100,
      rac: 1000,
      details: [
        ['honoraires-medicaux.dptam', 900],
        ['honoraires-medicaux.tous', 1200],
      ],
    })
    expect(codes(p)).toContain('SURCOMPLEMENTAIRE')
    expect(codes(p)).not.toContain('ADHESIONS_MULTIPLES')
  })

  test('elle ne dit rien d’un soin qu’elle ne couvre pas', async () => {
    // 60 € for a base of 50: 30 of the AMO, 20 of ticket modérateur, 10 left.
    const seanceDePsychologue = consultation('P', 1, {
      acte: { nature: 'PSY-SEANCE' },
      montants: { depense: 6000, baseRemboursement: 5000, tauxRO: '60', montantRO: 3000 },
    })
    const [p] = await liquiderLignes([seanceDePsychologue])
    expect(p).toMatchObject({ amc: 2000, rac: 1000, limites: [] })
    expect(codes(p)).not.toContain('SURCOMPLEMENTAIRE')
  })

  test('même quand le décompte nomme la surcomplémentaire', async () => {
    const ligne = specialiste('C', 1, '2026-03-11')
    const nommee = { ...ligne, beneficiaire: { ...ligne.beneficiaire, numeroAdherent: 'Z1-2025' } }
    expect(await liquiderLignes([nommee])).toMatchObject([{ amc: 2100, rac: 1000 }])
  })

  test('chaque contrat tient son forfait : 30 € par an chez Tribu, 20 € par séance et 60 € par an chez Zen', async () => {
    const lignes = await liquiderLignes([1, 2, 3, 4].map((n) => seance(`S${n}`, 2, 6000)))
    expect(lignes.map((p) => [p.etat, p.amc, p.rac])).toEqual([
      ['A_PAYER', 3000 + 2000, 1000],
      ['A_PAYER', 2000, 4000],
      ['A_PAYER', 2000, 4000],
      ['REFUSEE', 0, 6000],
    ])
    expect(lignes[0]?.prises).toEqual([
      ['T2', 'bien-etre.medecines-douces', 3000, null, {}],
      ['Z2-2025', 'bien-etre.medecines-douces', 2000, 1, {}],
    ])
    const { rows } = await proprietaire.query(
      `SELECT a.numero_adherent AS numero, k.consomme::int, k.plafond::int FROM compteurs k JOIN adhesions a ON a.id = k.adhesion_id
        WHERE a.numero_adherent IN ('T2', 'Z2-2025') ORDER BY 1`,
    )
    expect(rows).toEqual([
      { numero: 'T2', consomme: 3000, plafond: 3000 },
      { numero: 'Z2-2025', consomme: 6000, plafond: 6000 },
    ])
  })

  // Frame: 39.97 then 30. First lens: 40, then the 59.97 left. Second lens: 40, then the 20.03 left of 80.
  const lunettes = (personne: number) => [
    element('L', 1, personne, 'OPT-B-MONT', 15000),
    element('L', 2, personne, 'OPT-B-S', 10000),
    element('L', 3, personne, 'OPT-B-S', 10000),
  ]
  const ATTENDU = [
    [3, 3997 + 3000, 8000],
    [3, 4000 + 5997, 0],
    [3, 4000 + 2003, 3994],
  ]

  test('sur des lunettes, élément par élément, en un fichier ou en trois', async () => {
    const entier = await liquiderLignes(lunettes(3))
    expect(entier.map((p) => [p.amo, p.amc, p.rac])).toEqual(ATTENDU)
    const emetteur = neuf()
    for (const ligne of lunettes(4)) {
      await recevoir([ligne], emetteur)
      await liquider()
    }
    expect((await partages(emetteur)).map((p) => [p.amo, p.amc, p.rac])).toEqual(ATTENDU)
  })

  test('rien avant trois mois, et elle le dit ; dès le premier jour si une autre précédait', async () => {
    const [avant, apres] = await liquiderLignes([
      specialiste('A', 6, '2026-03-31'),
      specialiste('B', 6, '2026-04-01'),
    ])
    expect(avant).toMatchObject({ amc: 900, rac: 2200 })
    expect(avant?.limites).toContain('DELAI_ATTENTE')
    expect(apres).toMatchObject({ amc: 2100, rac: 1000 })
    expect(await liquiderLignes([specialiste('C', 7, '2026-01-02')])).toMatchObject([
      { amc: 2100, rac: 1000 },
    ])
  })

  test('seule, elle part de ce que le décompte dit de la première mutuelle', async () => {
    expect(await liquiderLignes([specialiste('C', 8, '2026-03-10', 900)])).toMatchObject([
      { autres: 900, amc: 1200, rac: 1000 },
    ])
  })

  test('son forfait verres sert à deux équipements de la même période', async () => {
    const lignes = await liquiderLignes([
      element('P', 1, 16, 'OPT-B-S', 10000),
      element('Q', 1, 16, 'OPT-B-S', 10000),
    ])
    expect(lignes.map((p) => p.amc)).toEqual([8000, 0])
  })
})

test('un autre payeur sur un élément de lunettes réduit cet élément seul', async () => {
  const lignes = await liquiderLignes([
    element('L', 1, 9, 'OPT-B-S', 10000),
    element('L', 2, 9, 'OPT-B-MONT', 15000, 12000),
    element('L', 3, 9, 'OPT-B-S', 10000, 1000),
  ])
  expect(lignes.map((p) => [p.etat, p.autres, p.amc, p.rac])).toEqual([
    ['A_PAYER', 0, 4000, 5997],
    ['A_PAYER', 12000, 2997, 0],
    ['A_PAYER', 1000, 4000, 4997],
  ])
})

test('chaque élément de lunettes payé se retient pour ce qu’il est, monture de classe A comprise', async () => {
  const classeA: LigneRecue = consultation('A', 17, {
    acte: { nature: 'OPT', nomenclature: 'LPP', code: 'OPT-A-MONT', quantite: 1 },
    montants: { depense: 3000, baseRemboursement: 900, tauxRO: '60', montantRO: 540 },
  })
  const lignes = await liquiderLignes([classeA, element('A', 2, 17, 'OPT-B-C', 20000)])
  expect(lignes.map((p) => p.prises)).toEqual([
    [['T17', 'optique.equipement-100-sante', 2460, 1, { element: 'MONTURE' }]],
    [['T17', 'optique.verre-complexe', 8000, 1, { element: 'VERRE' }]],
  ])
  const [encore] = await liquiderLignes([element('B', 1, 17, 'OPT-B-MONT', 15000)])
  expect(encore).toMatchObject({ etat: 'REFUSEE', amc: 0 })
  expect(encore?.limites).toContain('RENOUVELLEMENT')
})

describe('le régime local d’Alsace-Moselle', () => {
  test('prend 20 % d’une consultation : 19 + 6 + 3, 2 € de participation restent', async () => {
    expect(await liquiderLignes([consultation('C', 10)])).toMatchObject([
      { amo: 1900, local: 600, amc: 300, rac: 200 },
    ])
  })

  test('passe avant la surcomplémentaire, qui ne paie que ce qui reste après lui', async () => {
    expect(await liquiderLignes([consultation('C', 18)])).toMatchObject([
      { amo: 1900, local: 600, amc: 300, rac: 200 },
    ])
    expect(await liquiderLignes([specialiste('D', 18, '2026-03-12')])).toMatchObject([
      { amo: 1900, local: 600, amc: 300 + 1200, rac: 1000 },
    ])
  })

  test('prend 30 % d’une monture classe B à côté des 60 % : 0,03 + 0,02 + 39,95', async () => {
    expect(await liquiderLignes([element('L', 1, 11, 'OPT-B-MONT', 15000)])).toMatchObject([
      { amo: 3, local: 2, amc: 3995, rac: 11000 },
    ])
  })
})

describe('les jours et les séances d’une année', () => {
  const nuits = (id: string, personne: number, quantite: number, prix: number, natureAssurance = '10') =>
    consultation(id, personne, {
      acte: { nature: 'CP', quantite },
      montants: { depense: quantite * prix, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
      contexte: { natureAssurance },
    })

  test('30 nuits à 40 € chez Tribu Équilibre : vingt, puis dix sur vingt, puis aucune', async () => {
    const lignes = await liquiderLignes([
      nuits('A', 12, 20, 6000),
      nuits('B', 12, 20, 6000),
      nuits('C', 12, 1, 6000),
    ])
    expect(lignes.map((p) => [p.etat, p.amc, p.rac])).toEqual([
      ['A_PAYER', 80000, 40000],
      ['A_PAYER', 40000, 80000],
      ['REFUSEE', 0, 6000],
    ])
    expect(lignes[1]?.limites).toContain('JOURS_EPUISES')
  })

  test('30 jours de maternité chez Hospi CP, sans prendre sur le reste du contrat', async () => {
    const lignes = await liquiderLignes([
      nuits('A', 13, 25, 7000, '30'),
      nuits('B', 13, 10, 7000, '30'),
      nuits('C', 13, 2, 7000),
    ])
    expect(lignes.map((p) => [p.amc, p.rac])).toEqual([
      [137500, 37500],
      [27500, 42500],
      [11000, 3000],
    ])
    expect(lignes[1]?.prises).toEqual([
      ['S13', 'hospitalisation.chambre-particuliere.nuitee', 27500, 5, { etablissement: 'MATERNITE' }],
    ])
  })

  test('trente jours de forfait journalier en psychiatrie chez Hospi : 30 × 17 € sur 40 jours', async () => {
    const [p] = await liquiderLignes([
      consultation('F', 19, {
        acte: { nature: 'FJ-PSY', quantite: 40 },
        montants: { depense: 68000, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
      }),
    ])
    expect(p).toMatchObject({ amc: 51000, rac: 17000 })
    expect(p?.limites).toContain('JOURS_EPUISES')
  })

  test('Mon soutien psy : douze séances à 20 € de ticket modérateur, la treizième refusée', async () => {
    const lignes = await liquiderLignes(
      Array.from({ length: 13 }, (_, n) =>
        consultation(`P${n}`, 14, {
          acte: { nature: 'PSY-SEANCE' },
          montants: { depense: 5000, baseRemboursement: 5000, tauxRO: '60', montantRO: 3000 },
        }),
      ),
    )
    expect(lignes.map((p) => p.amc)).toEqual([...Array.from({ length: 12 }, () => 2000), 0])
    expect(lignes[12]).toMatchObject({ etat: 'REFUSEE', limites: ['PLAFOND_ANNUEL'] })
  })
})

test('une aide auditive laisse la trace de son pourcentage et de son forfait, oreille par oreille', async () => {
  const aide = (id: string, modificateur: string) =>
    consultation(id, 15, {
      acte: { nature: 'AUD', nomenclature: 'LPP', code: 'AUD-II-20', modificateurs: [modificateur] },
      montants: { depense: 150000, baseRemboursement: 40000, tauxRO: '60', montantRO: 24000 },
    })
  const lignes = await liquiderLignes([aide('D', 'D'), aide('D2', 'D'), aide('G', 'G')])
  expect(lignes.map((p) => [p.amo, p.amc, p.rac])).toEqual([
    [24000, 16000 + 55000, 55000],
    [24000, 0, 126000],
    [24000, 71000, 55000],
  ])
  expect(lignes[0]?.prises).toEqual([
    ['S15', 'audio.classe2.forfait', 55000, null, { oreille: 'DROITE' }],
    ['S15', 'audio.classe2', 16000, null, { oreille: 'DROITE' }],
  ])
})

test('deux contrats de même sorte ne s’additionnent pas : celui que le décompte nomme, sinon le plus ancien', async () => {
  const ligne = specialiste('C', 20, '2026-03-10')
  const nommee = {
    ...specialiste('D', 20, '2026-03-11'),
    beneficiaire: { ...ligne.beneficiaire, numeroAdherent: 'T20-BIS' },
  }
  const [ancien, nomme] = await liquiderLignes([ligne, nommee])
  expect(ancien).toMatchObject({ amc: 900, rac: 2200 })
  expect(nomme).toMatchObject({ amc: 2100, rac: 1000 })
  expect(codes(ancien)).toContain('ADHESIONS_MULTIPLES')
  expect(codes(nomme)).not.toContain('SURCOMPLEMENTAIRE')
})
