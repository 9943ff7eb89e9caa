import { SANS_ECHEANCIER } from '@/lib/lexique/cotisations'
import { direCause, direEcheance, direModalite, type EtatEcheance } from '@/lib/lexique/echeances'
import { formatDateEnLettres, formatMois, formatMontant } from '@/lib/lexique/formats'
import {
  annee,
  type DateCivile,
  dernierDuMois,
  premierDuMois,
  premierJanvier,
} from '@/lib/rules/date/date-civile'
import { jourTargetDes } from '@/lib/rules/date/jours-target'
import { contient } from '@/lib/rules/date/periode'
import type { ArticleId } from '@/lib/rules/decision/motif'
import { type Montant, montant, somme } from '@/lib/rules/montant/montant'
import type { Article } from '@/lib/rules/reglement/article'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import { reglementDe, retireLePrelevement } from '../cotisation/view'
import { type ResultatEcheancier, resultatSchema } from '../echeancier/schema'
import { motifsSchema } from '../remboursement/schema'
import { type EtapeView, etape, nommerArticle } from '../remboursement/view'
import { libelleDeFormule } from '../tarif/view'
import type { ContratLu, CotisationsLues, EcheanceLue, VersionLue } from './data'

/** From what the base keeps to what a member reads of what they pay. Pure. */
export interface EcheanceView {
  readonly id: string
  readonly periode: string
  readonly montant: Montant
  readonly etat: EtatEcheance
  /** Neither paid nor at the bank: another payment may settle it. */
  readonly encaissable: boolean
}

export interface PersonneCotisation {
  readonly nom: string
  readonly age: number
  readonly mensuelle: Montant
  /** « gratuit » said in words, with why; null when it is paid. */
  readonly gratuite: string | null
}

export interface TarifDuMoment {
  readonly formule: string
  readonly mensuelle: Montant
  readonly employeur: Montant | null
  readonly personnes: readonly PersonneCotisation[]
  readonly exonerations: readonly string[]
  readonly demonstration: boolean
  readonly etapes: readonly EtapeView[]
}

export interface ChangementView {
  readonly version: number
  readonly titre: string
  readonly etapes: readonly EtapeView[]
}

export interface CotisationsView {
  readonly id: string
  readonly numeroAdherent: string
  readonly annee: number
  readonly maintenant: TarifDuMoment | null
  readonly modalite: string | null
  readonly prochain: {
    readonly phrase: string
    readonly montant: Montant
    readonly compte: string | null
  } | null
  readonly aFaire: readonly string[]
  readonly echeances: readonly EcheanceView[]
  readonly total: Montant
  readonly paye: Montant
  readonly changements: readonly ChangementView[]
}

interface Contexte {
  readonly jour: DateCivile
  readonly annee: number
  readonly article: (id: ArticleId) => Article | undefined
}

/** One view for each contract that has a schedule for the year. */
export function voirCotisations(lues: CotisationsLues, contexte: Contexte): CotisationsView[] {
  return lues.contrats.flatMap((contrat) => {
    const derniere = contrat.echeanciers.at(-1)
    return derniere === undefined ? [] : [voirContrat(contrat, derniere, contexte)]
  })
}

export interface SansEcheancierView {
  readonly id: string
  readonly numeroAdherent: string
  readonly phrases: readonly string[]
  /** Article that makes it so; null: there is none to cite. */
  readonly article: string | null
}

/** Contracts of a year without a schedule, and why. */
export function voirSansEcheancier(lues: CotisationsLues, c: Contexte): SansEcheancierView[] {
  return lues.contrats
    .filter(({ echeanciers }) => echeanciers.length === 0)
    .map(({ id, numeroAdherent, reglement, modalite }) => {
      const { cotisation } = reglementDe(reglement)
      const surLaPaye = modalite?.mode === 'PRECOMPTE'
      const qui = { id, numeroAdherent, article: null }
      if (cotisation === null)
        return {
          ...qui,
          phrases: [SANS_ECHEANCIER.REGLEMENT_MUET, ...(surLaPaye ? [SANS_ECHEANCIER.PAYE] : [])],
        }
      // A year gone by without one was the employer's: what is the member's is scheduled as soon as it is known.
      const appel =
        surLaPaye || c.annee < annee(c.jour)
          ? valeurAu(cotisation, premierJanvier(c.annee)).valeur.appel
          : null
      if (appel === null) return { ...qui, phrases: [SANS_ECHEANCIER.A_VENIR] }
      const article = c.article(appel.articleObligatoire)
      return {
        ...qui,
        phrases: [SANS_ECHEANCIER.EMPLOYEUR],
        article: article === undefined ? appel.articleObligatoire : nommerArticle(article),
      }
    })
}

const parDate = (a: EcheanceLue, b: EcheanceLue): number =>
  comparer(a.exigibleLe, b.exigibleLe) || comparer(a.du, b.du)
const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function voirContrat(contrat: ContratLu, derniere: VersionLue, c: Contexte): CotisationsView {
  const resultat = resultatSchema.parse(derniere.resultat)
  const echeances = contrat.echeanciers.flatMap((version) => version.echeances).sort(parDate)
  const { mandat, modalite } = contrat
  const perdu = prelevementPerdu(contrat, echeances)
  const vues = echeances.map((e) => voirEcheance(e, { mandat: mandat !== null, perdu }, c))
  return {
    id: contrat.id,
    numeroAdherent: contrat.numeroAdherent,
    annee: c.annee,
    maintenant: tarifDuMoment(contrat, resultat, c),
    modalite: modalite === null ? null : direModalite(modalite.periodicite, modalite.mode, modalite.jour),
    prochain: perdu ? null : prochain(echeances, mandat, c),
    aFaire: vues.flatMap(({ periode, montant: m, etat }) =>
      etat.aFaire === null ? [] : [`${periode}, ${formatMontant(m)}. ${etat.aFaire}`],
    ),
    echeances: vues,
    total: somme(vues.map((e) => e.montant)),
    paye: somme(echeances.filter((e) => e.etat === 'PAYEE').map((e) => montant(e.montant))),
    changements: contrat.echeanciers.slice(1).map((version) => changement(version, c)),
  }
}

/** A debit of the year came back for want of money, the règlement draws the consequence, and nobody agreed to debit again since. */
const prelevementPerdu = ({ reglement, modalite }: ContratLu, echeances: readonly EcheanceLue[]): boolean => {
  const depuis = modalite?.mode === 'PRELEVEMENT' ? modalite.du : null
  const revenu = (ordre: EcheanceLue['ordres'][number]): boolean =>
    ordre.codeRetour === 'AM04' && (depuis === null || ordre.denoueLe === null || ordre.denoueLe >= depuis)
  return (
    retireLePrelevement(reglement) &&
    echeances.some((e) => e.montant > 0 && e.etat === 'REJETEE' && e.ordres.some(revenu))
  )
}

function voirEcheance(
  e: EcheanceLue,
  moyens: { readonly mandat: boolean; readonly perdu: boolean },
  c: Contexte,
): EcheanceView {
  const vivant = e.ordres.find(({ vivant: v }) => v)
  const revenu = e.ordres.find(({ etat }) => etat === 'REJETE')
  return {
    id: e.id,
    periode: e.montant < 0 ? 'Cotisation rendue' : periodeEnMots(e.du, e.au),
    montant: montant(e.montant),
    encaissable: e.montant > 0 && e.etat !== 'PAYEE' && vivant === undefined,
    etat: direEcheance({
      montant: e.montant,
      mode: e.mode,
      etat: e.etat,
      exigibleLe: e.exigibleLe,
      payeeLe: e.payeeLe,
      executionLe: vivant?.executionLe ?? null,
      codeRetour: revenu?.codeRetour ?? null,
      jour: c.jour,
      ...moyens,
    }),
  }
}

/** Whole months by their names, days where a period begins or ends in the middle. */
export function periodeEnMots(du: DateCivile, au: DateCivile): string {
  if (du === au) return formatDateEnLettres(du)
  if (du !== premierDuMois(du) || au !== dernierDuMois(au))
    return `Du ${formatDateEnLettres(du)} au ${formatDateEnLettres(au)}`
  if (du.slice(0, 7) === au.slice(0, 7)) return majuscule(formatMois(du))
  const [premier] = formatMois(du).split(' ')
  return `${majuscule(premier ?? '')} à ${formatMois(au)}`
}

const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)

/** What runs today, or what ran last. */
function tarifDuMoment(
  { reglement, personnes }: ContratLu,
  { segments }: ResultatEcheancier,
  c: Contexte,
): TarifDuMoment | null {
  const courant = segments.find((segment) => contient(segment, c.jour)) ?? segments.at(-1)
  if (courant === undefined) return null
  const prenom = (id: string | null): string => personnes.find((p) => p.id === id)?.prenom ?? 'une personne'
  return {
    formule: libelleDeFormule(reglement, courant.formule),
    mensuelle: courant.mensuelle,
    employeur: courant.employeur,
    personnes: courant.personnes.map(({ personneId, age, mensuelle, gratuit }) => ({
      nom: prenom(personneId),
      age,
      mensuelle,
      gratuite: gratuit ? 'Gratuit' : null,
    })),
    exonerations: courant.exonerations.map(
      ({ personneId, du, au }) =>
        `${personneId === null ? 'Toute la famille' : prenom(personneId)} ne paie rien du ${formatDateEnLettres(du)} au ${formatDateEnLettres(au)}.`,
    ),
    demonstration: courant.demonstration,
    etapes: courant.motifs.map((motif) => etape(motif, c)),
  }
}

/** The next debits of one day, whoever they pay. */
function prochain(
  echeances: readonly EcheanceLue[],
  mandat: ContratLu['mandat'],
  c: Contexte,
): CotisationsView['prochain'] {
  const jourDe = (e: EcheanceLue): DateCivile => {
    const execution = e.ordres.find(({ vivant }) => vivant)?.executionLe ?? null
    if (execution !== null) return execution
    return e.mode === 'PRELEVEMENT' ? jourTargetDes(e.exigibleLe) : e.exigibleLe
  }
  const aVenir = echeances
    .filter((e) => e.montant > 0 && (e.etat === 'A_VENIR' || e.etat === 'APPELEE'))
    .map((e) => ({ jour: jourDe(e), montant: montant(e.montant), mode: e.mode }))
    .filter(({ jour }) => jour > c.jour)
    .sort((a, b) => (a.jour < b.jour ? -1 : 1))
  const [premier] = aVenir
  if (premier === undefined) return null
  const ensemble = aVenir.filter(({ jour, mode }) => jour === premier.jour && mode === premier.mode)
  const preleve = premier.mode === 'PRELEVEMENT'
  if (preleve && mandat === null) return null
  return {
    phrase: `${preleve ? 'Prochain prélèvement' : 'Prochain paiement'} le ${formatDateEnLettres(premier.jour)}`,
    montant: somme(ensemble.map((e) => e.montant)),
    compte:
      preleve && mandat !== null
        ? `sur le compte de ${mandat.titulaire} qui finit par ${mandat.ibanFin}`
        : null,
  }
}

const changement = (version: VersionLue, c: Contexte): ChangementView => ({
  version: version.version,
  titre: direCause(version.cause),
  etapes: motifsSchema.parse(version.motifs).map((motif) => etape(motif, c)),
})
