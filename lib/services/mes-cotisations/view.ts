import { SANS_ECHEANCIER } from '@/lib/lexique/cotisations'
import { direCause, direEcheance, direModalite, type EtatEcheance } from '@/lib/lexique/echeances'
import { formatDateEnLettres, formatMois, formatMontant } from '@/lib/lexique/formats'
import {
  annee,
  type DateCivile,
  dateCivile,
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
import type { CotisationsLues } from './data'

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

type Contrat = CotisationsLues['contrats'][number]
type Version = Contrat['echeanciers'][number]
type EcheanceLue = Version['echeances'][number]

const enJour = (date: Date): DateCivile => dateCivile(date.toISOString().slice(0, 10))

/** One view for each contract that has a schedule for the year. */
export function voirCotisations(lues: CotisationsLues, contexte: Contexte): CotisationsView[] {
  return lues.contrats.flatMap((contrat) => {
    const derniere = contrat.echeanciers.at(-1)
    return derniere === undefined ? [] : [voirContrat(contrat, derniere, lues, contexte)]
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
    .map(({ id, numeroAdherent, reglement, modalites }) => {
      const { cotisation } = reglementDe(reglement)
      const surLaPaye = modalites[0]?.mode === 'PRECOMPTE'
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

function voirContrat(
  contrat: Contrat,
  derniere: Version,
  lues: CotisationsLues,
  c: Contexte,
): CotisationsView {
  const resultat = resultatSchema.parse(derniere.resultat)
  const echeances = contrat.echeanciers
    .flatMap((version) => version.echeances)
    .sort((a, b) => a.exigibleLe.getTime() - b.exigibleLe.getTime() || a.du.getTime() - b.du.getTime())
  const mandat = contrat.mandats[0] ?? null
  const perdu = prelevementPerdu(contrat, echeances)
  const vues = echeances.map((e) => voirEcheance(e, { mandat: mandat !== null, perdu }, lues, c))
  const modalite = contrat.modalites[0]
  return {
    id: contrat.id,
    numeroAdherent: contrat.numeroAdherent,
    annee: c.annee,
    maintenant: tarifDuMoment(contrat.reglement, resultat, lues, c),
    modalite:
      modalite === undefined
        ? null
        : direModalite(modalite.periodicite, modalite.mode, modalite.jourPrelevement),
    prochain: perdu ? null : prochain(echeances, mandat, lues, c),
    aFaire: vues.flatMap(({ periode, montant: m, etat }) =>
      etat.aFaire === null ? [] : [`${periode}, ${formatMontant(m)}. ${etat.aFaire}`],
    ),
    echeances: vues,
    total: somme(vues.map((e) => e.montant)),
    paye: somme(echeances.filter((e) => e.etat === 'PAYEE').map((e) => montant(Number(e.montant)))),
    changements: contrat.echeanciers.slice(1).map((version) => changement(version, c)),
  }
}

/** A debit of the year came back for want of money, the règlement draws the consequence, and nobody agreed to debit again since. */
const prelevementPerdu = ({ reglement, modalites }: Contrat, echeances: readonly EcheanceLue[]): boolean => {
  const [modalite] = modalites
  const depuis = modalite?.mode === 'PRELEVEMENT' ? modalite.du : null
  const revenu = ({ ordre }: EcheanceLue['ordres'][number]): boolean =>
    ordre.codeRetour === 'AM04' && (depuis === null || ordre.denoueLe === null || ordre.denoueLe >= depuis)
  return (
    retireLePrelevement(reglement) &&
    echeances.some((e) => e.montant > 0n && e.etat === 'REJETEE' && e.ordres.some(revenu))
  )
}

function voirEcheance(
  e: EcheanceLue,
  moyens: { readonly mandat: boolean; readonly perdu: boolean },
  lues: CotisationsLues,
  c: Contexte,
): EcheanceView {
  const vivant = e.ordres.find(({ vivant: v }) => v)?.ordre
  const revenu = e.ordres.map(({ ordre }) => ordre).find(({ etat }) => etat === 'REJETE')
  const execution = vivant === undefined ? undefined : lues.executions.get(vivant.lotId)
  return {
    id: e.id,
    periode: e.montant < 0n ? 'Cotisation rendue' : periodeEnMots(enJour(e.du), enJour(e.au)),
    montant: montant(Number(e.montant)),
    encaissable: e.montant > 0n && e.etat !== 'PAYEE' && vivant === undefined,
    etat: direEcheance({
      montant: Number(e.montant),
      mode: e.mode,
      etat: e.etat,
      exigibleLe: enJour(e.exigibleLe),
      payeeLe: e.payeeLe === null ? null : enJour(e.payeeLe),
      executionLe: execution === undefined ? null : enJour(execution),
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
  reglement: string,
  { segments }: ResultatEcheancier,
  lues: CotisationsLues,
  c: Contexte,
): TarifDuMoment | null {
  const courant = segments.find((segment) => contient(segment, c.jour)) ?? segments.at(-1)
  if (courant === undefined) return null
  const prenom = (id: string | null): string =>
    lues.personnes.find((p) => p.id === id)?.prenom ?? 'une personne'
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
  mandat: Contrat['mandats'][number] | null,
  lues: CotisationsLues,
  c: Contexte,
): CotisationsView['prochain'] {
  const jourDe = (e: EcheanceLue): DateCivile => {
    const lot = e.ordres.find(({ vivant }) => vivant)?.ordre.lotId
    const execution = lot === undefined ? undefined : lues.executions.get(lot)
    if (execution !== undefined) return enJour(execution)
    return e.mode === 'PRELEVEMENT' ? jourTargetDes(enJour(e.exigibleLe)) : enJour(e.exigibleLe)
  }
  const aVenir = echeances
    .filter((e) => e.montant > 0n && (e.etat === 'A_VENIR' || e.etat === 'APPELEE'))
    .map((e) => ({ jour: jourDe(e), montant: montant(Number(e.montant)), mode: e.mode }))
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
        ? `sur le compte de ${mandat.compteBancaire.titulaire} qui finit par ${mandat.compteBancaire.ibanFin}`
        : null,
  }
}

const changement = (version: Version, c: Contexte): ChangementView => ({
  version: version.version,
  titre: direCause(version.cause),
  etapes: motifsSchema.parse(version.motifs).map((motif) => etape(motif, c)),
})
