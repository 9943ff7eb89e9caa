import { AIDES, MANQUE_AIDE, PHRASES_AIDE as P } from '@/lib/lexique/aides'
import { formatMontant } from '@/lib/lexique/formats'
import { ecrirePieceRequise } from '@/lib/lexique/pieces'
import { echelonnerAvance } from '@/lib/rules/aide/avancer-sante'
import type { FaitsAide } from '@/lib/rules/aide/faits-aide'
import { ouvrirAide, regleDAide } from '@/lib/rules/aide/ouvrir-aide'
import type { CodeAide, DecisionAide } from '@/lib/rules/aide/regle-aide'
import { annee, type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { ArticleId } from '@/lib/rules/decision/motif'
import { type Montant, minimum, montant } from '@/lib/rules/montant/montant'
import { piecesRequises } from '@/lib/rules/pieces/pieces-requises'
import type { Article } from '@/lib/rules/reglement/article'
import { reglementDe } from '../cotisation/view'
import { type EtapeView, etape } from '../remboursement/view'
import type { AccordeeLue, ContratAide, PersonneAidee } from './data'
import type { SaisieAide } from './schema'

/** The first of January of the year when the calendar does not know the day. */
const naissanceDe = ({ naissance }: PersonneAidee): DateCivile =>
  dateCivile(estDateCivile(naissance) ? naissance : `${naissance.slice(0, 4)}-01-01`)

const personneDe = (contrat: ContratAide, id: string | null): PersonneAidee | null =>
  contrat.personnes.find((p) => p.id === id) ?? null

/** Who an aid is paid for: the person named, else the membre participant. */
export const pourQui = (contrat: ContratAide, saisie: SaisieAide): string =>
  saisie.aide === 'OBSEQUES' || !('personne' in saisie)
    ? contrat.membreParticipantId
    : (saisie.personne ?? contrat.membreParticipantId)

/** The day an aid turns on, and the kind of stay where there are several. */
export const jourDe = (saisie: SaisieAide, jour: DateCivile): DateCivile => {
  if (saisie.aide === 'EXCEPTIONNELLE' || saisie.aide === 'AVANCE' || saisie.aide === 'ORPHELIN') return jour
  return 'debut' in saisie ? saisie.debut : saisie.jour
}
/** Family stays share one count. */
export const genreDe = (saisie: SaisieAide): string | null =>
  saisie.aide !== 'VACANCES_ENFANT' ? null : saisie.mode === 'ORGANISME' ? 'ORGANISME' : 'FAMILLE'

/** Of the same aid: for the same person, of the same year. */
function compter(contrat: ContratAide, aide: CodeAide, garder: (a: AccordeeLue) => boolean) {
  const lues = contrat.accordees.filter((a) => a.aide === aide && garder(a))
  return { fois: lues.length, quantite: lues.reduce((somme, a) => somme + a.quantite, 0) }
}

/** The facts of the rules: what the person says, and what the base knows. Null: nobody of the contract. */
export function faitsDe(contrat: ContratAide, saisie: SaisieAide, jour: DateCivile): FaitsAide | null {
  const communs = { dateDemande: jour, cotisationsAJour: contrat.aJour }
  const an = annee(jourDe(saisie, jour))
  const membre = personneDe(contrat, contrat.membreParticipantId)
  const vise = personneDe(contrat, pourQui(contrat, saisie))
  if (membre === null || vise === null) return null
  const deLAnnee = (a: AccordeeLue) => a.annee === an
  const deLaPersonne = (a: AccordeeLue) => a.personneId === vise.id && a.annee === an
  switch (saisie.aide) {
    case 'VACANCES_RETRAITE': {
      const { fois } = compter(contrat, saisie.aide, deLAnnee)
      return { ...communs, ...saisie, dateNaissance: naissanceDe(membre), dejaVersees: fois }
    }
    case 'VACANCES_ENFANT': {
      const genre = genreDe(saisie)
      return {
        ...communs,
        ...saisie,
        dateNaissance: naissanceDe(vise),
        joursEnTout: compter(contrat, saisie.aide, deLaPersonne).quantite,
        joursDuGenre: compter(contrat, saisie.aide, (a) => deLaPersonne(a) && a.genre === genre).quantite,
      }
    }
    case 'LOISIRS_HANDICAP':
      return { ...communs, ...saisie, dateNaissance: naissanceDe(vise), carteInclusion: saisie.carte }
    case 'AIDE_FAMILIALE':
      return { ...communs, ...saisie, heuresPrises: compter(contrat, saisie.aide, deLAnnee).quantite }
    case 'AIDE_MENAGERE':
      return {
        ...communs,
        ...saisie,
        dateNaissance: naissanceDe(membre),
        aideDuRegime: saisie.caisse,
        heuresPrises: compter(contrat, saisie.aide, deLAnnee).quantite,
      }
    case 'EXCEPTIONNELLE':
      return { ...communs, aide: saisie.aide, jour }
    default:
      return faitsDeFamille(contrat, saisie, vise, communs)
  }
}

type DeFamille = Extract<SaisieAide, { aide: 'NAISSANCE' | 'UNION' | 'OBSEQUES' | 'ORPHELIN' | 'AVANCE' }>

function faitsDeFamille(
  contrat: ContratAide,
  saisie: DeFamille,
  vise: PersonneAidee,
  communs: Pick<FaitsAide, 'dateDemande' | 'cotisationsAJour'>,
): FaitsAide {
  const { fois } = compter(
    contrat,
    saisie.aide,
    (a) =>
      saisie.aide === 'UNION' ||
      (saisie.aide === 'OBSEQUES' && a.jour === saisie.jour) ||
      (a.personneId === vise.id && (saisie.aide !== 'ORPHELIN' || a.annee === annee(communs.dateDemande))),
  )
  switch (saisie.aide) {
    case 'NAISSANCE': {
      const inscritLe = saisie.personne === null ? null : vise.du
      return { ...communs, ...saisie, inscritLe, dejaVersees: fois }
    }
    case 'UNION':
      return { ...communs, ...saisie, dejaVersees: fois }
    case 'OBSEQUES':
      return {
        ...communs,
        ...saisie,
        // The member asks: who died is another person of the contract.
        defunt: 'AYANT_DROIT',
        resteAvance: montant(contrat.resteAvance),
        dejaVersees: fois,
      }
    case 'ORPHELIN':
      return {
        ...communs,
        ...saisie,
        dateNaissance: naissanceDe(vise),
        ayantDroit: vise.lien === 'ENFANT',
        secondDeces: saisie.autreDeces,
        dejaVersees: fois,
      }
    case 'AVANCE':
      return { ...communs, ...saisie, beneficiaire: true, enCours: montant(contrat.resteAvance) }
  }
}

/** The rules' answer; a sentence when they cannot tell. */
export type Jugement = DecisionAide | { readonly verdict: 'INDECIDABLE'; readonly phrase: string }

export function juger(contrat: ContratAide, saisie: SaisieAide, jour: DateCivile): Jugement {
  const faits = faitsDe(contrat, saisie, jour)
  if (faits === null) return { verdict: 'INDECIDABLE', phrase: P.PERSONNE }
  try {
    return ouvrirAide(reglementDe(contrat.reglement), faits)
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return {
      verdict: 'INDECIDABLE',
      phrase: erreur.code === 'NON_PREVU' ? P.NON_PREVU : P.INDECIDABLE(erreur.message),
    }
  }
}

/** The papers that a règlement asks for an aid, in words; none when it names none. */
export function piecesDeLAide(contrat: ContratAide, aide: CodeAide, jour: DateCivile): readonly string[] {
  const reglement = reglementDe(contrat.reglement)
  const { pieces } = regleDAide(reglement, aide, jour)
  if (reglement.pieces[pieces] === undefined) return []
  return piecesRequises(reglement, pieces).pieces.map(ecrirePieceRequise)
}

/** What an answer shows before anything is sent. */
export interface ReponseAide {
  readonly verdict: 'ACCORDEE' | 'REFUSEE' | 'INCOMPLETE'
  readonly titre: string
  /** What is owed, or at most; null: nothing is fixed. */
  readonly montant: string | null
  readonly phrases: readonly string[]
  readonly etapes: readonly EtapeView[]
  readonly pieces: readonly string[]
  /** What somebody decides has to be explained. */
  readonly aExpliquer: boolean
}

const TITRES = {
  DUE: 'Vous avez droit à cette aide',
  AU_PLUS: 'Vous pouvez recevoir cette aide',
  LIBRE: 'Vous pouvez demander cette aide : quelqu’un en décidera',
} as const

interface Contexte {
  readonly jour: DateCivile
  readonly article: (id: ArticleId) => Article | undefined
}

export function voirReponse(contrat: ContratAide, saisie: SaisieAide, c: Contexte): ReponseAide {
  const juge = juger(contrat, saisie, c.jour)
  const rien = { montant: null, etapes: [], pieces: [], aExpliquer: false } as const
  if (juge.verdict === 'INDECIDABLE')
    return { ...rien, verdict: 'INCOMPLETE', titre: 'Nous ne pouvons pas répondre', phrases: [juge.phrase] }
  const etapes = juge.motifs.map((m) => etape(m, c))
  if (juge.verdict === 'REFUSEE')
    return { ...rien, verdict: 'REFUSEE', titre: 'Cette aide n’est pas possible', phrases: [], etapes }
  if (juge.verdict === 'INCOMPLETE') {
    const phrases = juge.manque.map((fait) => MANQUE_AIDE[fait])
    return { ...rien, verdict: 'INCOMPLETE', titre: 'Il manque quelque chose', phrases, etapes }
  }
  const { latitude, montant: du } = juge.valeur
  const derogation = saisie.aide === 'VACANCES_ENFANT' && saisie.accordDemandeLe !== null
  return {
    verdict: 'ACCORDEE',
    titre: TITRES[latitude],
    montant: du === null ? null : latitude === 'DUE' ? formatMontant(du) : `${formatMontant(du)} au plus`,
    phrases: saisie.aide === 'AVANCE' && du !== null ? mensualites(saisie, du, c.jour) : [],
    etapes,
    pieces: piecesDeLAide(contrat, saisie.aide, c.jour),
    aExpliquer: latitude === 'LIBRE' || derogation,
  }
}

/** What a month would cost, if it were granted today as wished. */
function mensualites(
  { souhait, mois }: Extract<SaisieAide, { aide: 'AVANCE' }>,
  plafond: Montant,
  jour: DateCivile,
) {
  const demande = minimum(souhait, plafond)
  const [premiere] = echelonnerAvance(demande, mois, jour)
  if (premiere === undefined) return []
  const fois =
    mois === 1 ? 'en une fois' : `en ${mois} mensualités, la première de ${formatMontant(premiere.montant)}`
  return [
    `Une avance de ${formatMontant(demande)} se rendrait ${fois}, un mois après le versement.`,
    ...(souhait > plafond
      ? [`Vous souhaitez ${formatMontant(souhait)} : elle ne pourra pas dépasser ${formatMontant(plafond)}.`]
      : []),
  ]
}

export interface AideProposee {
  readonly code: CodeAide
  readonly titre: string
  readonly phrase: string
  readonly href: string
}

export const PAGE_AIDES = '/adherent/demandes/aide'

export const proposer = (codes: readonly CodeAide[]): readonly AideProposee[] =>
  codes.map((code) => ({ code, ...AIDES[code], href: `${PAGE_AIDES}/${adresseDe(code)}` }))

/** « AIDE_MENAGERE » is « aide-menagere » in an address. */
export const adresseDe = (code: CodeAide): string => code.toLowerCase().replaceAll('_', '-')
export const aideDeLAdresse = (texte: string): CodeAide | null => {
  const code = texte.toUpperCase().replaceAll('-', '_')
  return estAide(code) && adresseDe(code) === texte ? code : null
}
const estAide = (code: string): code is CodeAide => Object.hasOwn(AIDES, code)
