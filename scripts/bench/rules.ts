/**
 * Liquidations a second on one core, in one process, rounds interleaved, median of at least five:
 * this engine with full grounds, integer cents with no rules around them, decimal.js and publicodes on the same rule.
 *   npm run bench:rules -- [--rounds 7] [--millis 400] [--memory 5000000]
 */
import { Decimal } from 'decimal.js'
import Engine from 'publicodes'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import type { FaitsRemboursement } from '@/lib/rules/remboursement/faits'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'

const euros = (valeur: number) => montant(Math.round(valeur * 100))
const jour = dateCivile('2026-03-15')
const beneficiaire = { dateNaissance: dateCivile('1980-05-05'), dateAffiliation: dateCivile('2024-01-01') }

/** The common rule every contender computes: 100 % of the base, then a 60 € yearly forfait partly used. */
const COMMUN = { depense: 15_000, base: 2_886, taux: 60, garantie: 100, forfait: 6_000, pris: 2_500 }

const melange: readonly FaitsRemboursement[] = [
  {
    formule: 'tribu-premium',
    soin: { ligne: 'honoraires-medicaux.dptam', depense: euros(50), brss: euros(30) },
  },
  {
    formule: 'ter-5',
    soin: { ligne: 'honoraires-medicaux.non-dptam', depense: euros(60), brss: euros(23), parcours: false },
  },
  {
    formule: 'amse-3',
    soin: { ligne: 'pharmacie.remboursee', depense: euros(20), brss: euros(20), tauxAmo: 65, boites: 2 },
  },
  {
    formule: 'tribu-excellence',
    soin: { ligne: 'dentaire.prothese', depense: euros(650), brss: euros(120), panier: 'LIBRE' },
    consommations: [{ ligne: 'dentaire.plafond-depassements', date: jour, montant: euros(1400) }],
  },
  {
    formule: 'fph-5',
    soin: { ligne: 'appareillage.materiel-medical', depense: euros(300), brss: euros(100) },
    consommations: [{ ligne: 'appareillage.forfait', date: jour, montant: euros(40) }],
  },
  {
    formule: 'aine-premium',
    soin: {
      ligne: 'optique.equipement',
      monture: { classe: 'B', depense: euros(200), brss: euros(0.05) },
      verres: [
        { type: 'COMPLEXE', classe: 'B', depense: euros(300), brss: euros(0.05) },
        { type: 'COMPLEXE', classe: 'B', depense: euros(300), brss: euros(0.05) },
      ],
    },
  },
  { formule: 'zen-2', soin: { ligne: 'bien-etre.medecines-douces', depense: euros(60) } },
  {
    formule: 'hospi-cp',
    soin: { ligne: 'hospitalisation.chambre-particuliere.nuitee', depense: euros(350), jours: 5 },
  },
].map((faits) => ({ ...faits, dateSoins: jour, beneficiaire }) as FaitsRemboursement)

const commun: FaitsRemboursement = {
  formule: 'jeune-equilibre',
  dateSoins: jour,
  beneficiaire,
  soin: {
    ligne: 'appareillage.materiel-medical',
    depense: montant(COMMUN.depense),
    brss: montant(COMMUN.base),
  },
  consommations: [{ ligne: 'appareillage.forfait', date: jour, montant: montant(COMMUN.pris) }],
}

function parMoteur(faits: FaitsRemboursement): number {
  const decision = rembourserSoin(reglements.mutami, socle, faits)
  return decision.verdict === 'INCOMPLETE' ? 0 : decision.valeur.amc + decision.motifs.length
}

function enCentimes(decalage: number): number {
  const depense = COMMUN.depense + decalage
  const amo = Math.round((COMMUN.base * COMMUN.taux) / 100)
  const garanti = Math.round((COMMUN.base * COMMUN.garantie) / 100) - amo
  const premier = Math.min(garanti, depense - amo)
  return premier + Math.min(COMMUN.forfait - COMMUN.pris, depense - amo - premier)
}

function enDecimaux(decalage: number): number {
  const depense = new Decimal(COMMUN.depense + decalage).dividedBy(100)
  const base = new Decimal(COMMUN.base).dividedBy(100)
  const amo = base.times(COMMUN.taux).dividedBy(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
  const garanti = base
    .times(COMMUN.garantie)
    .dividedBy(100)
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    .minus(amo)
  const premier = Decimal.min(garanti, depense.minus(amo))
  const dispo = new Decimal(COMMUN.forfait - COMMUN.pris).dividedBy(100)
  return premier.plus(Decimal.min(dispo, depense.minus(amo).minus(premier))).toNumber()
}

interface Concurrent {
  readonly nom: string
  readonly calculer: (rang: number) => number
}

/** publicodes on the same rule. */
function parPublicodes(): Concurrent {
  const engine = new Engine({
    depense: `${COMMUN.depense / 100}`,
    base: `${COMMUN.base / 100}`,
    amo: { valeur: `${COMMUN.taux}% * base`, arrondi: '2 décimales' },
    garanti: { valeur: `${COMMUN.garantie}% * base - amo`, arrondi: '2 décimales' },
    premier: { 'le minimum de': ['garanti', 'depense - amo'] },
    forfait: { 'le minimum de': [`${(COMMUN.forfait - COMMUN.pris) / 100}`, 'depense - amo - premier'] },
    amc: { somme: ['premier', 'forfait'] },
  })
  return {
    nom: 'publicodes, same rule',
    calculer: (rang) => {
      engine.setSituation({ depense: `${(COMMUN.depense + (rang % 100)) / 100}` })
      return Number(engine.evaluate('amc').nodeValue)
    },
  }
}

/** Every contender must give the engine's answer on the common rule, or the figures compare nothing. */
function verifierAccord(publicodes: Concurrent): void {
  const decision = rembourserSoin(reglements.mutami, socle, commun)
  const attendu = decision.verdict === 'INCOMPLETE' ? -1 : decision.valeur.amc
  const reponses = [enCentimes(0), ...[enDecimaux(0), publicodes.calculer(0)].map((e) => Math.round(e * 100))]
  if (reponses.some((r) => r !== attendu)) {
    throw new Error(`answers differ: ${attendu}, ${reponses.join(', ')}`)
  }
}

/** Liquidations a second over a span of wall time; the sum keeps the work from being optimised away. */
function mesurer(concurrent: Concurrent, millis: number): number {
  const debut = performance.now()
  let faites = 0
  let somme = 0
  while (performance.now() - debut < millis) {
    for (let i = 0; i < 64; i += 1) somme += concurrent.calculer(faites + i)
    faites += 64
  }
  if (Number.isNaN(somme)) throw new Error(`${concurrent.nom} computed nothing`)
  return (faites / (performance.now() - debut)) * 1000
}

const mediane = (valeurs: readonly number[]): number => {
  const triees = [...valeurs].sort((a, b) => a - b)
  return triees[Math.floor(triees.length / 2)] ?? 0
}

function lireOption(nom: string, defaut: number): number {
  const rang = process.argv.indexOf(nom)
  return rang < 0 ? defaut : Number(process.argv[rang + 1])
}

/** Heap after each tenth of `total` liquidations: flat, or the engine keeps something. */
function surveillerMemoire(total: number): void {
  const pas = Math.floor(total / 10)
  for (let tranche = 1; tranche <= 10; tranche += 1) {
    for (let i = 0; i < pas; i += 1) parMoteur(melange[i % melange.length] ?? commun)
    globalThis.gc?.()
    const mo = process.memoryUsage().heapUsed / 1_048_576
    console.log(`${(tranche * pas).toLocaleString('en')} liquidations: heap ${mo.toFixed(1)} MiB`)
  }
}

async function main(): Promise<void> {
  const memoire = lireOption('--memory', 0)
  if (memoire > 0) {
    surveillerMemoire(memoire)
    return
  }
  const rondes = Math.max(lireOption('--rounds', 7), 5)
  const millis = lireOption('--millis', 400)
  const publicodes = parPublicodes()
  verifierAccord(publicodes)
  const concurrents: readonly Concurrent[] = [
    {
      nom: 'engine, mixed care (8 kinds, full grounds)',
      calculer: (i) => parMoteur(melange[i % melange.length] ?? commun),
    },
    { nom: 'engine, percent and forfait (full grounds)', calculer: () => parMoteur(commun) },
    { nom: 'integer cents, same rule, no grounds', calculer: (i) => enCentimes(i % 100) },
    { nom: 'decimal.js, same rule, no grounds', calculer: (i) => enDecimaux(i % 100) },
    publicodes,
  ]
  const mesures = new Map<string, number[]>(concurrents.map((c) => [c.nom, []]))
  for (const concurrent of concurrents) mesurer(concurrent, millis / 2)
  for (let ronde = 0; ronde < rondes; ronde += 1) {
    for (const concurrent of concurrents) mesures.get(concurrent.nom)?.push(mesurer(concurrent, millis))
  }
  console.log(`liquidations a second, median of ${rondes} interleaved rounds of ${millis} ms`)
  for (const [nom, valeurs] of mesures) {
    console.log(`${nom.padEnd(46)} ${Math.round(mediane(valeurs)).toLocaleString('en').padStart(12)}`)
  }
}

await main()
