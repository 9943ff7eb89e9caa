import type { DateCivile } from '../date/date-civile'
import type { Decision } from '../decision/decision'
import type { ArticleId } from '../decision/motif'
import type { Montant } from '../montant/montant'
import type { SituationPieces } from '../pieces/piece'

/** Ce qu'une mutuelle peut verser hors des soins. */
export type CodeAide =
  | 'VACANCES_RETRAITE'
  | 'VACANCES_ENFANT'
  | 'LOISIRS_HANDICAP'
  | 'AIDE_FAMILIALE'
  | 'AIDE_MENAGERE'
  | 'EXCEPTIONNELLE'
  | 'NAISSANCE'
  | 'UNION'
  | 'OBSEQUES'
  | 'ORPHELIN'
  | 'AVANCE'

/** Qui décide librement, là où le texte ne fixe pas tout. */
export type Decideur = 'BUREAU' | 'CONSEIL' | 'FONDS_ENTRAIDE'

/** DUE : le texte fixe tout. AU_PLUS : il fixe un plafond. LIBRE : quelqu'un décide. */
export type Latitude = 'DUE' | 'AU_PLUS' | 'LIBRE'

/** Un séjour avec ses parents, ou sans eux par dérogation, ou par un organisme. */
export type ModeSejour = 'PARENTS' | 'SANS_PARENTS' | 'CHEZ_PROCHES' | 'ORGANISME'

interface Commune {
  readonly article: ArticleId
  readonly pieces: SituationPieces
}

export interface RegleVacancesRetraite extends Commune {
  /** Il faut avoir passé cet âge. */
  readonly plusDe: number
  readonly joursMin: number
  readonly parAnnee: number
  readonly montant: Montant
}

export interface RegleVacancesEnfant extends Commune {
  /** Moins de cet âge au premier jour. */
  readonly moinsDe: number
  readonly joursParAn: number
  readonly modes: Readonly<
    Record<
      ModeSejour,
      {
        readonly joursMin: number
        readonly joursParAn: number
        /** Mois avant le séjour pour demander l'accord ; null : sans accord. */
        readonly accordMois: number | null
      }
    >
  >
  readonly parJour: Montant
}

export interface RegleLoisirsHandicap extends Commune {
  readonly jusqua: number
  readonly jusquaSansEmploi: number
  /** Ce qui prouve l'absence d'emploi. */
  readonly preuve: ArticleId
  readonly montant: Montant
}

export interface RegleAideFamiliale extends Commune {
  readonly pourcentage: number
  readonly heuresParAn: number
}

export interface RegleAideMenagere extends Commune {
  readonly plusDe: number
  readonly heuresParAn: number
  readonly parHeure: Montant
}

export interface RegleExceptionnelle extends Commune {
  readonly decideur: Decideur
}

export interface RegleNaissance extends Commune {
  readonly inscriptionMois: number
  readonly dureeMois: number
  readonly montant: Montant
}

export interface RegleForfait extends Commune {
  readonly montant: Montant
}

export interface RegleOrphelin extends RegleForfait {
  readonly jusqua: number
}

export interface RegleAvance extends Commune {
  /** Article qui en fixe les conditions. */
  readonly conditions: ArticleId
  readonly decideur: Decideur
  readonly mois: number
  readonly plafond: Montant
}

/** Une aide que la source ne cite pas vaut `null` : NON_PREVU. */
export interface ReglesAides {
  readonly VACANCES_RETRAITE: RegleVacancesRetraite | null
  readonly VACANCES_ENFANT: RegleVacancesEnfant | null
  readonly LOISIRS_HANDICAP: RegleLoisirsHandicap | null
  readonly AIDE_FAMILIALE: RegleAideFamiliale | null
  readonly AIDE_MENAGERE: RegleAideMenagere | null
  readonly EXCEPTIONNELLE: RegleExceptionnelle | null
  readonly NAISSANCE: RegleNaissance | null
  readonly UNION: RegleForfait | null
  readonly OBSEQUES: RegleForfait | null
  readonly ORPHELIN: RegleOrphelin | null
  readonly AVANCE: RegleAvance | null
}

export interface ParametresAides {
  /** Article qui veut les cotisations à jour ; null : rien n'en est dit. */
  readonly cotisationsAJour: ArticleId | null
  /** Aides prises sur une enveloppe annuelle, et l'article qui la crée. */
  readonly enveloppe: { readonly article: ArticleId; readonly aides: readonly CodeAide[] } | null
  /** Article des montants qu'aucune édition n'imprime ; null : les montants sont ceux du texte. */
  readonly demonstration: ArticleId | null
  readonly regles: ReglesAides
}

/** Ce qui peut manquer pour répondre. */
export type FaitManquant = 'inscritLe' | 'accordDemandeLe' | 'sansEmploi' | 'pleniere'

/** Ce à quoi on a droit. */
export interface OuvertureAide {
  readonly latitude: Latitude
  /** Ce qui est dû, ou au plus ; null : rien n'est fixé. */
  readonly montant: Montant | null
  /** Jours ou heures comptés ; 1 pour un forfait. */
  readonly quantite: number
}

export type DecisionAide = Decision<OuvertureAide, null, FaitManquant>

export interface Sejour {
  readonly debut: DateCivile
  /** Dernier jour, compris. */
  readonly fin: DateCivile
}
