import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { COLONNES as COLONNES_PORTEFEUILLE } from '@/lib/flux/portefeuille/ligne'
import { erreursDe } from '@/lib/formulaire/champs'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { SOINS_A_SIMULER } from '@/lib/lexique/soins-a-simuler'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { listerFormules } from '@/lib/rules/remboursement/formule'
import { versionAu } from '@/lib/rules/remboursement/nomenclature'
import { acteVersLigne } from '@/lib/rules/remboursement/poste'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { voirFormulaire } from '@/lib/services/formulaire-simulation/view'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { articleCite } from '@/lib/services/remboursement/data'
import { lirePersonnes, type SimulationLue, simuler } from '@/lib/services/simulation/data'
import { type Demande, simulationSchema } from '@/lib/services/simulation/schema'
import { voirSimulation } from '@/lib/services/simulation/view'
import { baseDeFlux } from '../support/base-flux'
import { contrats } from '../support/contrats-de-test'
import { cleDe, consultation, enMorceaux, flux, nirAdulte } from '../support/flux-de-test'

let proprietaire: pg.Pool
let fermer: () => Promise<void>
let numero = 0
const neuf = () => `S${++numero}`
const JOUR = dateCivile('2026-03-10')

const FORMULES = (['mutami', 'mutame-smb', 'ociane-collectif', 'mutame-plus'] as const).flatMap((reglement) =>
  listerFormules(reglements[reglement])
    .filter((_formule, rang) => reglement === 'mutami' || rang % 6 === 0)
    .map((formule) => ({ reglement, formule })),
)
/** People 1 to 600 each have one formule, in turn; the last ones are those of the tables of cases. */
const NOMBRE = 600
const EQUILIBRE = 901
const RADIE = 902
const DEUX_CONTRATS = 904
const OFFRE = { porte: () => true, propose: () => true }

beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const chacun = Array.from({ length: NOMBRE }, (_, rang) => ({
    personne: rang + 1,
    numero: `A${rang + 1}`,
    du: '2024-01-01',
    ...(FORMULES[rang % FORMULES.length] ?? { reglement: '', formule: '' }),
  }))
  const cas = [
    ...Array.from({ length: 30 }, (_, rang) => ({
      personne: EQUILIBRE + rang * 2,
      numero: `E${rang}`,
      du: '2024-01-01',
      formule: 'tribu-equilibre',
    })),
    { personne: DEUX_CONTRATS, numero: 'D1', du: '2024-01-01', formule: 'fph-1' },
    { personne: DEUX_CONTRATS, numero: 'D2', du: '2024-01-01', formule: 'zen-2' },
    { personne: RADIE, numero: 'R1', du: '2024-01-01', au: '2025-06-30', formule: 'tribu-equilibre' },
  ]
  expect((await importerPortefeuille(SYSTEME, contrats([...chacun, ...cas]), OFFRE)).issue).toBe('IMPORTE')
})
afterAll(() => fermer())

/** The account of adult `n`. */
async function porteeDe(n: number): Promise<PorteeAdherent> {
  const { rows } = await proprietaire.query<{ id: string; personne: string }>(
    `SELECT a.id, a.membre_participant_id AS personne FROM adhesions a JOIN personnes p ON p.id = a.membre_participant_id WHERE p.nom = $1`,
    [`Nom${n}`],
  )
  const [adhesion] = rows
  if (adhesion === undefined) throw new Error(`adhésion absente : ${n}`)
  const adhesions = rows.map(({ id }) => id)
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: '00000000-0000-4000-8000-0000000000c0',
    personneId: adhesion.personne,
    adhesions,
    adhesionsLues: [],
  })
}

type Champs = Readonly<Record<string, string>>

/** A form as the page sends it untouched, but for `champs`. */
function remplir(portee: PorteeAdherent, champs: Champs): Demande {
  const soin = SOINS_A_SIMULER.find((s) => s.code === champs.soin)
  if (soin === undefined) throw new Error(`soin inconnu : ${champs.soin}`)
  const personne = { id: portee.personneId, prenom: 'P', nom: 'N' }
  const depart = voirFormulaire(soin, [personne], JOUR).champs.map(({ nom, depart: d }) => [nom, d])
  return simulationSchema.parse({ ...Object.fromEntries(depart), ...champs })
}

async function demander(n: number, champs: Champs): Promise<SimulationLue> {
  const portee = await porteeDe(n)
  return simuler(portee, remplir(portee, champs), JOUR)
}

/** What the AMO would send of a simulated care: its own amounts, written as a décompte writes them. */
function decompte(id: string, n: number, lue: SimulationLue, demande: Demande): LigneRecue[] {
  return lue.reel.actes.map(({ ligne, prestation: { partage: p } }, rang) => {
    const acte = demande.actes[rang]
    if (acte === undefined) throw new Error('un acte de trop')
    const brute = p.partAmo + p.participation + p.franchise
    const { majorationParticipation: majoration = 0 } = ligne.contenu.montants
    return consultation(id, n, {
      numeroLigne: rang + 1,
      soinsDebut: demande.jour,
      acte: {
        nature: acte.code,
        code: acte.code,
        quantite: acte.quantite,
        ...(acte.cote === null ? {} : { modificateurs: [acte.cote === 'DROIT' ? 'D' : 'G'] }),
      },
      montants: {
        depense: p.depense,
        baseRemboursement: p.base,
        tauxRO: String(p.base === 0 ? 0 : Math.min(100, Math.round((brute * 100) / p.base))),
        montantRO: p.partAmo,
        participationForfaitaire: p.participation,
        franchise: p.franchise,
        ...(majoration === 0 ? {} : { majorationParticipation: majoration }),
        ...(p.autresRemboursements === 0 ? {} : { rcDejaVerse: p.autresRemboursements }),
      },
      contexte: {
        natureAssurance:
          demande.situation === 'ACCIDENT_TRAVAIL'
            ? '41'
            : demande.maternite || demande.situation === 'MATERNITE'
              ? '30'
              : '10',
        exonerationTM: demande.situation === 'ALD' ? '4' : '0',
        parcoursSoins: demande.parcours ? 'T' : 'S',
        ...(demande.renouvellement === null ? {} : { renouvellementOptique: demande.renouvellement }),
      },
      executant: { conventionnement: demande.dptam ? '1' : '2' },
    })
  })
}

const COLONNES = `p.depense::int, p.part_amo::int AS "partAmo", p.part_regime_local::int AS "partRegimeLocal",
  p.part_mutuelle::int AS "partMutuelle", p.reste_a_charge::int AS "resteACharge", p.ligne_garantie AS ligne, p.limites, p.etat`

/** Receives these lines and pays them. @returns what each gave, by its décompte then its number. */
async function payer(
  lignes: readonly LigneRecue[],
  creeLe = '2026-11-10T06:00:00+01:00',
): Promise<ReadonlyMap<string, unknown>> {
  const emetteur = neuf()
  const octets = flux(lignes, { id: neuf(), emetteur, creeLe })
  expect((await importerFlux(SYSTEME, enMorceaux(octets, 50_000))).issue).toBe('IMPORTE')
  const { rows: ecartees } = await proprietaire.query('SELECT rang, motif FROM quarantaines')
  expect(ecartees.map(({ rang, motif }) => [lignes[rang - 1], motif])).toEqual([])
  await liquider()
  const { rows } = await proprietaire.query(
    `SELECT l.id_decompte || '/' || l.numero_ligne AS cle, ${COLONNES}
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id WHERE l.emetteur_code = $1`,
    [emetteur],
  )
  return new Map(rows.map(({ cle, ...payee }) => [cle, payee]))
}

const attendus = (id: string, lue: SimulationLue): [string, unknown][] =>
  lue.reel.actes.map(({ prestation: p }, rang) => [
    `${id}/${rang + 1}`,
    {
      depense: p.partage.depense,
      partAmo: p.partage.partAmo,
      partRegimeLocal: p.partage.partRegimeLocal,
      partMutuelle: p.partage.partMutuelle,
      resteACharge: p.partage.resteACharge,
      ligne: p.ligneGarantie,
      limites: p.limites,
      etat: p.etat,
    },
  ])

/** Pairs of glasses: class B alone, a progressive pair, class A, a frame of one class and lenses of the other. */
const LUNETTES: readonly Champs[] = [
  {
    monture: 'OPT-B-MONT',
    prixMonture: '110',
    verreDroit: 'ORDONNANCE-B',
    prixVerreDroit: '250',
    sphereDroit: '-6,50',
    cylindreDroit: '(-0,75)',
    verreGauche: 'ORDONNANCE-B',
    prixVerreGauche: '310',
    sphereGauche: '+4,25',
    additionGauche: '2,00',
  },
  {
    monture: 'OPT-A-MONT',
    prixMonture: '30',
    verreDroit: 'ORDONNANCE-A',
    prixVerreDroit: '32,50',
    sphereDroit: 'plan',
    verreGauche: 'ORDONNANCE-A',
    prixVerreGauche: '36',
    sphereGauche: '−3.00',
  },
  { monture: 'OPT-B-MONT', prixMonture: '150', verreDroit: '', verreGauche: '' },
  {
    monture: 'OPT-B-MONT',
    prixMonture: '89,90',
    verreDroit: 'OPT-B-S',
    prixVerreDroit: '95',
    verreGauche: 'OPT-B-C',
    prixVerreGauche: '210',
  },
  {
    monture: 'OPT-A-MONT',
    prixMonture: '30',
    verreDroit: 'OPT-A-U1',
    prixVerreDroit: '32,50',
    verreGauche: 'OPT-A-U2',
    prixVerreGauche: '36',
  },
  {
    monture: 'OPT-A-MONT',
    prixMonture: '30',
    verreDroit: 'OPT-B-T',
    prixVerreDroit: '320',
    verreGauche: 'OPT-B-T',
    prixVerreGauche: '320',
  },
]

describe('A26 : ce qu’un soin rapporterait, calculé à la main', () => {
  const GENERALISTE = { soin: 'medecin-generaliste', acte: 'G', prix: '30' }
  test.each<[string, Champs, Record<string, number>]>([
    // 70 % × 30 − 2 = 19 ; la mutuelle le ticket modérateur, 9.
    [
      'le généraliste à 30 €',
      GENERALISTE,
      { partAmo: 1900, participation: 200, partMutuelle: 900, resteACharge: 200 },
    ],
    // Avant 18 ans seulement, ou en maternité, rien n'est retenu ; à 100 % la participation le reste.
    [
      'le généraliste en ALD',
      { ...GENERALISTE, situation: 'ALD' },
      { partAmo: 2800, participation: 200, partMutuelle: 0, resteACharge: 200 },
    ],
    [
      'le généraliste en fin de grossesse',
      { ...GENERALISTE, situation: 'MATERNITE' },
      { partAmo: 3000, participation: 0, partMutuelle: 0, resteACharge: 0 },
    ],
    // Une première mutuelle a payé 5 sur 9.
    [
      'le généraliste après une autre mutuelle',
      { ...GENERALISTE, autres: '5,00' },
      { partAmo: 1900, autresRemboursements: 500, partMutuelle: 400, resteACharge: 200 },
    ],
    // 65 % × 10 = 6,50 − 2 boîtes × 1 € = 4,50 ; la mutuelle 3,50.
    [
      'deux boîtes à 10 € en tout',
      { soin: 'medicaments', acte: 'PH7', prix: '10', quantite: '2' },
      { partAmo: 450, franchise: 200, partMutuelle: 350, resteACharge: 200 },
    ],
    // 3 × 17,90 = 53,70 × 60 % = 32,22 − 3 = 29,22 ; la mutuelle 21,48.
    [
      'trois séances de kinésithérapie au tarif',
      { soin: 'kinesitherapeute', prix: '53,70', quantite: '3' },
      { partAmo: 2922, franchise: 300, partMutuelle: 2148, resteACharge: 300 },
    ],
    // Cinq jours à 23 €, sans limite dans le tableau.
    [
      'cinq jours de forfait journalier, au tarif réglementé',
      { soin: 'forfait-journalier', acte: 'FJ', quantite: '5' },
      { depense: 11_500, partAmo: 0, partMutuelle: 11_500, resteACharge: 0 },
    ],
    // L.1328 : 50 € par an, prises en charge ou non ; l'Assurance maladie n'a pas de base pour elles, aucune n'est demandée.
    [
      'des lentilles que l’Assurance maladie ne rembourse pas',
      { soin: 'lentilles', acte: 'LENT-NR', prix: '150' },
      { base: 0, partAmo: 0, partMutuelle: 5000, resteACharge: 10_000 },
    ],
    // L.1411 : 25 €.
    [
      'une aide à l’arrêt du tabac non remboursée',
      { soin: 'arret-du-tabac', acte: 'SEVRAGE-NR', prix: '40' },
      { base: 0, partAmo: 0, partMutuelle: 2500, resteACharge: 1500 },
    ],
  ])('%s', async (_nom, champs, attendu) => {
    const rang = EQUILIBRE
    expect((await demander(rang, champs)).reel.partage).toMatchObject(attendu)
  })
})

/** Every act of every kind of care, its fields varied with its rank. */
const ACTES: readonly Champs[] = SOINS_A_SIMULER.filter((soin) => soin.code !== 'naissance-adoption').flatMap(
  (soin): Champs[] =>
    soin.champs.includes('lunettes')
      ? LUNETTES.map((lunettes) => ({ soin: soin.code, ...lunettes }))
      : soin.actes.map(({ code }) => ({
          soin: soin.code,
          ...(soin.actes.length === 1 ? {} : { acte: code }),
        })),
)
const PRIX = ['28,50', '75', '312,40', '1 450', '26,50']

const NON_REMBOURSES: ReadonlySet<string> = new Set(
  SOINS_A_SIMULER.flatMap(({ actes }) =>
    actes.filter((a) => a.nonRembourse === true).map(({ code }) => code),
  ),
)

/** @param tour another turn gives other prices, another sector… to the same acts. */
function varier(champs: Champs, rang: number, tour: number): Champs {
  const prix = PRIX[(rang + tour) % PRIX.length] ?? ''
  const un = (modulo: number) => (rang + tour * 7) % modulo === 0
  return {
    ...('monture' in champs ? {} : { prix }),
    // As on an estimate: never above the price. What the AMO never reimburses has none.
    ...((un(2) || !('monture' in champs)) && !NON_REMBOURSES.has(champs.acte ?? '') ? { base: '24,30' } : {}),
    ...(un(3) ? { secteur: 'NON_DPTAM' } : {}),
    ...(un(4) ? { parcours: 'NON' } : un(9) ? { parcours: 'EXCEPTION' } : {}),
    ...(un(5)
      ? { situation: 'ALD' }
      : un(11)
        ? { situation: 'MATERNITE' }
        : un(13)
          ? { situation: 'ACCIDENT_TRAVAIL' }
          : {}),
    ...(un(8) ? { css: 'OUI' } : {}),
    ...(un(7) ? { regimeLocal: 'OUI' } : {}),
    ...(un(6) ? { autres: '1,05' } : {}),
    ...(un(7) ? { cote: 'GAUCHE', maternite: 'OUI' } : {}),
    quantite: String(1 + ((rang + tour) % 4)),
    jours: String(1 + Math.floor(((rang + tour) % 4) / 2)),
    date: tour === 0 ? JOUR : '2026-03-17',
    ...champs,
  }
}

describe('A26 : simuler, puis payer, donne les mêmes montants', () => {
  test.each([
    [0, 'aucun soin avant'],
    [1, 'des forfaits déjà entamés'],
  ])(
    'chaque acte de chaque soin, sous toutes les formules (tour %i : %s)',
    async (tour) => {
      const lignes: LigneRecue[] = []
      const simules: [string, unknown][] = []
      let refuses = 0
      for (let personne = 1; personne <= NOMBRE; personne += 1) {
        // The person keeps the same act from one turn to the next: its forfaits are those of the first.
        const rang = personne - 1
        const champs = ACTES[rang % ACTES.length] ?? {}
        const portee = await porteeDe(personne)
        const demande = remplir(portee, varier(champs, rang, tour))
        const id = `T${tour}-${personne}`
        try {
          const lue = await simuler(portee, demande, JOUR)
          lignes.push(...decompte(id, personne, lue, demande))
          simules.push(...attendus(id, lue))
        } catch (erreur) {
          if (!(erreur instanceof SaisieRefusee)) throw erreur
          refuses += 1
        }
      }
      const payees = await payer(lignes)
      expect(Object.fromEntries(payees)).toEqual(Object.fromEntries(simules))
      expect(refuses).toBe(0)
    },
    240_000,
  )
})

test('A26 : deux contrats, la surcomplémentaire s’ajoute à la simulation comme au paiement', async () => {
  const portee = await porteeDe(DEUX_CONTRATS)
  const demande = remplir(portee, { soin: 'medecin-specialiste', acte: 'CSC', prix: '90' })
  const lue = await simuler(portee, demande, JOUR)
  expect(lue.reel.actes[0]?.motifs.map((m) => m.code)).toContain('SURCOMPLEMENTAIRE')
  const payees = await payer(decompte('DEUX', DEUX_CONTRATS, lue, demande))
  expect(Object.fromEntries(payees)).toEqual(Object.fromEntries(attendus('DEUX', lue)))
})

describe('A26 : la prime de naissance', () => {
  const champs = { soin: 'naissance-adoption', date: '2026-02-01', inscription: '2026-03-01' }
  // Tribu Équilibre : 50 €, si l'enfant rejoint le contrat dans les six mois.
  test('se simule avant que l’enfant soit connu, et se paie au même montant', async () => {
    const lue = await demander(EQUILIBRE + 2, champs)
    expect(lue.reel.partage.partMutuelle).toBe(5000)
    const nir = nirAdulte(EQUILIBRE + 2)
    const enfant = `BENEFICIAIRE;E1;;;2026-03-01;;ENFANT;Nom903;Alba;2026-02-01;1;${nir}${cleDe(nir)};;;;;`
    const octets = new TextEncoder().encode([COLONNES_PORTEFEUILLE.join(';'), enfant].join('\n'))
    expect((await importerPortefeuille(SYSTEME, octets, OFFRE)).issue).toBe('IMPORTE')
    const ligne = consultation('NAISSANCE', EQUILIBRE + 2, {
      soinsDebut: '2026-02-01',
      beneficiaire: { dateNaissance: '2026-02-01', rangNaissance: 1 },
      acte: { nature: 'NAISS', code: 'NAISS' },
      montants: { depense: 0, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
    })
    expect((await payer([ligne])).get('NAISSANCE/1')).toMatchObject({ partMutuelle: 5000, etat: 'A_PAYER' })
  })
  test('trop tard, rien n’est dû et le délai est dit', async () => {
    const lue = await demander(EQUILIBRE, { ...champs, date: '2025-05-01' })
    expect(lue.reel).toMatchObject({ limites: ['HORS_DELAI'], partage: { partMutuelle: 0 } })
  })
})

describe('A26 : la même chose ailleurs, et plus tard', () => {
  // Couronne libre de 650 € : Équilibre 48 de ticket modérateur et 500 de plafond au plus, Excellence 348 (220 % et plafond 1 500).
  test('une couronne sous les autres formules de la gamme, et seulement elles', async () => {
    const lue = await demander(EQUILIBRE + 4, { soin: 'couronne', acte: 'HBLD403', prix: '650' })
    const parts = lue.autres.map(({ formule, partage }) => [formule.id, partage.partMutuelle])
    expect(parts.map(([id]) => id)).toEqual(['tribu-essentiel', 'tribu-premium', 'tribu-excellence'])
    // Premium : 225 % × 120 − 72 = 198. Excellence : 350 % × 120 − 72 = 348.
    expect(Object.fromEntries(parts)).toMatchObject({ 'tribu-premium': 19_800, 'tribu-excellence': 34_800 })
  })

  test('des lunettes trop tôt : rien avant deux ans, et ce que l’attente donnerait ce jour-là', async () => {
    const n = EQUILIBRE + 6
    const champs = {
      soin: 'lunettes',
      monture: 'OPT-B-MONT',
      prixMonture: '150',
      verreDroit: '',
      verreGauche: '',
    }
    const portee = await porteeDe(n)
    const demande = remplir(portee, champs)
    const premiere = await simuler(portee, demande, JOUR)
    expect(premiere.apres).toBeNull()
    await payer(decompte('LUNETTES', n, premiere, demande))
    const trop = await simuler(portee, remplir(portee, { ...champs, date: '2026-09-01' }), JOUR)
    expect(trop.reel).toMatchObject({ limites: ['RENOUVELLEMENT'], partage: { partMutuelle: 0 } })
    expect(trop.apres).toMatchObject({
      jour: '2028-03-10',
      partage: { partMutuelle: premiere.reel.partage.partMutuelle },
    })
  })

  // Une monture à 150 €, sur 40 € dont l’Assurance maladie paie 0,03 € (60 % de 0,05 €).
  test.each([
    ['treize mois après, la vue a changé', '2027-04-10', 'EVOLUTION_VUE', true, null],
    ['treize mois après, sans raison', '2027-04-10', '', false, '2028-03-10'],
    ['huit mois après, même si la vue a changé', '2026-11-10', 'EVOLUTION_VUE', false, '2027-03-10'],
    ['à deux ans, sans raison', '2028-03-10', '', true, null],
  ] as const)('A26 : des lunettes renouvelées %s', async (nom, date, renouvellement, payees, apresLe) => {
    const n =
      EQUILIBRE +
      12 +
      2 * ['2027-04-10', '2026-11-10', '2028-03-10'].indexOf(date) +
      (renouvellement === '' ? 12 : 0)
    const champs = {
      soin: 'lunettes',
      monture: 'OPT-B-MONT',
      prixMonture: '150',
      verreDroit: '',
      verreGauche: '',
    }
    const portee = await porteeDe(n)
    const premiere = remplir(portee, champs)
    await payer(decompte(`AVANT-${nom}`, n, await simuler(portee, premiere, JOUR), premiere))
    const demande = remplir(portee, { ...champs, date, renouvellement })
    const lue = await simuler(portee, demande, JOUR)
    expect(lue.reel.partage.partMutuelle).toBe(payees ? 3997 : 0)
    expect(lue.reel.limites.includes('RENOUVELLEMENT')).toBe(!payees)
    const codes = lue.reel.actes.flatMap((a) => a.motifs.map((m) => m.code))
    expect(codes.includes('RENOUVELLEMENT_ANTICIPE')).toBe(payees && renouvellement !== '')
    expect(lue.apres?.jour ?? null).toBe(apresLe)
    if (lue.apres !== null) expect(lue.apres.partage.partMutuelle).toBe(3997)
    const id = `APRES-${nom}`
    expect(Object.fromEntries(await payer(decompte(id, n, lue, demande), `${date}T06:00:00+01:00`))).toEqual(
      Object.fromEntries(attendus(id, lue)),
    )
  })

  test('un forfait annuel épuisé : la même chose au 1er janvier', async () => {
    const n = EQUILIBRE + 8
    const champs = { soin: 'medecines-douces', acte: 'MD-OST', prix: '60', quantite: '1' }
    const portee = await porteeDe(n)
    const demande = remplir(portee, champs)
    for (let fois = 0; fois < 12; fois += 1) {
      const lue = await simuler(portee, demande, JOUR)
      if (lue.reel.partage.partMutuelle === 0) break
      await payer(decompte(`OSTEO${fois}`, n, lue, demande))
    }
    const { reel, apres } = await simuler(portee, demande, JOUR)
    expect(reel.partage.partMutuelle).toBe(0)
    expect(reel.limites).toContain('PLAFOND_ANNUEL')
    expect(apres?.jour).toBe('2027-01-01')
    expect(apres?.partage.partMutuelle).toBeGreaterThan(0)
  })
})

describe('A26 : changer une seule chose ne change que les étapes qui en parlent', () => {
  const codes = (lue: SimulationLue) => lue.reel.actes.flatMap((a) => a.motifs.map((m) => m.code))
  const DEPART = { soin: 'medecin-specialiste', acte: 'CSC', prix: '70' }
  test.each<[string, Champs, readonly string[]]>([
    ['une autre mutuelle', { autres: '4' }, ['AUTRES_REMBOURSEMENTS']],
    ['hors du parcours', { parcours: 'NON' }, ['AMO_HORS_PARCOURS', 'DEPASSEMENT_EXCLU']],
  ])('%s', async (_nom, change, nouvelles) => {
    const avant = codes(await demander(EQUILIBRE, DEPART))
    const apres = codes(await demander(EQUILIBRE, { ...DEPART, ...change }))
    expect(apres.filter((c) => !avant.includes(c)).sort()).toEqual([...nouvelles])
    expect(avant.filter((c) => !apres.includes(c))).toEqual([])
  })
})

describe('A26 : ce qui ne se calcule pas est dit à côté du champ', () => {
  const GENERALISTE = { soin: 'medecin-generaliste', acte: 'G', prix: '30' }
  const fautes = async (n: number, champs: Champs) => {
    const portee = await porteeDe(n)
    const soumis = { ...GENERALISTE, ...champs }
    try {
      await simuler(portee, remplir(portee, soumis), JOUR)
    } catch (erreur) {
      if (erreur instanceof SaisieRefusee) return erreur.erreurs
      if (erreur instanceof z.ZodError) return erreursDe(erreur)
      throw erreur
    }
    return []
  }
  test.each<[string, Champs, string, RegExp]>([
    ['un prix négatif', { prix: '-3' }, 'prix', /négatif/],
    ['un médecin non conventionné', { secteur: 'NON_CONVENTIONNE' }, 'secteur', /messagerie, avec le devis/],
    ['un prix en lettres', { prix: 'trente' }, 'prix', /montant en euros/],
    ['un prix absurde', { prix: '12 345 678' }, 'prix', /trop grand/],
    ['un prix nul', { prix: '0' }, 'prix', /Indiquez le prix/],
    ['un jour qui n’existe pas', { date: '2026-02-30' }, 'date', /n’existe pas/],
    ['un jour trop lointain', { date: '2031-01-01' }, 'date', /deux ans/],
    ['un jour d’avant le contrat', { date: '2023-12-31' }, 'date', /pas couvert.*1er janvier 2024/],
    ['une autre mutuelle qui paie trop', { autres: '20' }, 'autres', /laisse 11,00/],
    [
      'quelqu’un qui n’est pas du contrat',
      { personne: '00000000-0000-4000-8000-00000000dead' },
      'personne',
      /personne de votre contrat/,
    ],
    ['un acte d’un autre soin', { acte: 'HBLD403' }, 'acte', /Choisissez/],
    ['une base qu’il faut lire au devis', { soin: 'acte-du-medecin', acte: 'ATM' }, 'base', /devis/],
    [
      'un enfant inscrit avant sa naissance',
      { soin: 'naissance-adoption', inscription: '2026-01-01' },
      'inscription',
      /avant sa naissance/,
    ],
  ])('%s', async (_nom, champs, champ, message) => {
    const dites = await fautes(EQUILIBRE, champs)
    expect(dites.map((d) => d.champ)).toEqual([champ])
    expect(dites[0]?.message).toMatch(message)
  })
  test('un soin d’après la fin du contrat', async () => {
    const [dite] = await fautes(RADIE, {})
    expect(dite?.message).toMatch(/30 juin 2025/)
  })
})

test('A26 : un ayant droit ne simule que pour lui', async () => {
  const { rows } = await proprietaire.query<{ adhesion_id: string; personne_id: string }>(
    `SELECT adhesion_id, personne_id FROM beneficiaires WHERE lien = 'ENFANT'`,
  )
  const [enfant] = rows
  if (enfant === undefined) throw new Error('aucun enfant')
  const portee = frapperAdherent({
    type: 'ADHERENT',
    compteId: '00000000-0000-4000-8000-0000000000c1',
    personneId: enfant.personne_id,
    adhesions: [],
    adhesionsLues: [enfant.adhesion_id],
  })
  expect((await lirePersonnes(portee)).map(({ prenom }) => prenom)).toEqual(['Alba'])
  const parent = await porteeDe(EQUILIBRE + 2)
  const demande = remplir(parent, { soin: 'medecin-generaliste', prix: '30' })
  await expect(simuler(portee, demande, JOUR)).rejects.toThrow(/personne de votre contrat/)
  expect((await lirePersonnes(parent)).map(({ prenom }) => prenom)).toEqual(['Prénom903', 'Alba'])
})

test('A26, A23 : la réponse explique chaque montant, dit d’où vient la base et ce qu’il faudra envoyer', async () => {
  const portee = await porteeDe(EQUILIBRE + 10)
  const demande = remplir(portee, { soin: 'medecines-douces', acte: 'MD-OST', prix: '60' })
  const vue = voirSimulation(await simuler(portee, demande, JOUR), demande, { article: articleCite })
  expect(vue.pieces).toContain('la facture acquittée')
  expect(vue.forfaits[0]).toMatch(/il restera .*31\/12\/2026/)
  expect(vue.resultat.calculs[0]?.etapes.length).toBeGreaterThan(1)
  const consult = remplir(portee, { soin: 'medecin-generaliste', prix: '30' })
  const autre = voirSimulation(await simuler(portee, consult, JOUR), consult, { article: articleCite })
  expect(autre.autres.map(({ formule, reelle, difference }) => [formule, reelle, difference])[0]).toEqual([
    'Tribu Équilibre',
    true,
    'la vôtre',
  ])
  expect(autre.bases).toEqual([
    '30,00\u00a0€ : le tarif de « Consultation chez le généraliste » au 10 mars 2026.',
  ])
})

test('A26 : toute ligne de garantie où un acte reçu peut être placé se simule', () => {
  const tables = Object.values(reglements).flatMap((r) => [
    ...(r.garanties?.tables ?? []),
    ...(r.garanties?.modulaires.map((m) => m.table) ?? []),
  ])
  const lignesDe = (codes: readonly string[]) =>
    new Set(
      tables.flatMap((table) =>
        codes.flatMap((code) =>
          ['1', '2'].map(
            (conventionnement) =>
              acteVersLigne(socle, table, { code, dateSoins: JOUR, conventionnement, pendantSejour: false })
                ?.ligne,
          ),
        ),
      ),
    )
  const enVigueur = socle.nomenclature
    .map(([code]) => code)
    .filter((code) => versionAu(socle.nomenclature, code, JOUR) !== null)
  const simulables = SOINS_A_SIMULER.flatMap((s) => s.actes.flatMap((a) => [a.code, a.sansOption ?? a.code]))
  expect(simulables.filter((code) => !enVigueur.includes(code))).toEqual([])
  expect([...lignesDe(enVigueur)].filter((l) => !lignesDe(simulables).has(l))).toEqual([])
})
