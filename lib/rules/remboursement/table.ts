import type { DateCivile } from '../date/date-civile'
import type { ArticleId } from '../decision/motif'
import type { Montant } from '../montant/montant'
import type { ContraintesNiveaux } from '../option/comparer-niveaux'
import type { Garantie } from './garantie'
import type { CodeLigne } from './lignes'

/** Une case douteuse : ce qui est imprimé, ce qu'on lit, et pourquoi. `rang` : la formule, null pour toute la rangée. */
export interface Lecture {
  readonly rang: number | null
  readonly imprime: string
  readonly lu: string
  readonly raison: string
  readonly confiance: 'high' | 'medium' | 'low'
}

/** Pièce que la mutuelle demande avant de payer ce que l'Assurance maladie ne lui transmet pas. */
export type Piece = 'FACTURE' | 'ORDONNANCE' | 'ACTE_DE_NAISSANCE'

/** Complément du régime local imprimé par le tableau : taux de l'Assurance maladie → points ajoutés (null : tous). */
export type ColonneRegimeLocal = readonly (readonly [tauxAmo: number | null, points: number])[]

/** Limites propres à une ligne, que les notes de bas de tableau ajoutent à la case. */
export interface ConditionsLigne {
  /** Ne couvre que les moins de `moinsDe` ans et les plus de `plusDe` ans, personne hospitalisée. */
  readonly ages?: { readonly moinsDe: number; readonly plusDe: number }
  /** Jours par an en établissement spécialisé (gériatrie, psychiatrie, repos, rééducation). */
  readonly joursSpecialise?: number
  /** Jours par an en maternité. */
  readonly joursMaternite?: number
  /** Majoration du forfait annuel dans le conventionnement dentaire mutualiste, par nature d'acte. */
  readonly majorationReseau?: Readonly<Partial<Record<ActeReseau, Montant>>>
  /** Séances payées dans l'année. */
  readonly seancesParAn?: number
  /** Ne complète que ce que l'Assurance maladie rembourse à ce taux au moins, en %. */
  readonly tauxAmoMin?: number
  /** Mois laissés pour adhérer après l'événement qui ouvre la prime. */
  readonly delaiMois?: number
}

export type ActeReseau = 'PARODONTOLOGIE' | 'IMPLANTOLOGIE' | 'ORTHODONTIE'

/** Une rangée : autant de cases que de formules, dans leur ordre. */
export interface LigneTable {
  readonly ligne: CodeLigne
  readonly libelle: string
  /** Ligne du texte source. */
  readonly source: number
  readonly cases: readonly Garantie[]
  readonly lectures?: readonly Lecture[]
  readonly pieces?: readonly Piece[]
  readonly regimeLocal?: ColonneRegimeLocal
  readonly conditions?: ConditionsLigne
}

export interface Formule {
  readonly id: string
  readonly libelle: string
}

/** Une note de bas de tableau, dans nos mots ; ce qu'elle décide est dans les conditions et les pièces des lignes. */
export interface NoteTableau {
  readonly section:
    | 'soins-courants'
    | 'optique'
    | 'dentaire'
    | 'audio'
    | 'hospitalisation'
    | 'cure'
    | 'complementaires'
    | 'bien-etre'
    | 'prevention'
    | 'prevoyance'
    | 'services'
    | 'contrat'
  readonly source: number
  readonly dit: string
}

export interface MajorationOptique {
  readonly apresMois: number
  readonly pourcentage: number
  readonly article: ArticleId
}

/** Le tableau d'une gamme, cases et notes. */
export interface TableGaranties {
  readonly gamme: string
  readonly libelle: string
  readonly article: ArticleId
  readonly formules: readonly [Formule, ...Formule[]]
  readonly applicableDu: DateCivile
  /** Contrat responsable (L. 871-1) : doit le ticket modérateur, respecte les plafonds de R. 871-2. */
  readonly responsable: boolean
  /** Vrai si un forfait monture comprend la part de l'Assurance maladie (tableaux « AMO + Mutuelle »). */
  readonly totalAvecAmo: boolean
  /** La gamme suppose le régime local d'Alsace-Moselle. */
  readonly regimeLocal: boolean
  /** Délai d'attente depuis l'affiliation, en mois, et son article. */
  readonly attente: { readonly mois: number; readonly article: ArticleId } | null
  /** S'ajoute à un autre contrat : paie après lui, sur ce qu'il laisse. */
  readonly surcomplementaire?: true
  /** Du dépassement hors parcours, ce qui n'est jamais couvert : la part que la loi exclut, ou tout. */
  readonly horsParcours: 'DEPASSEMENT_AUTORISE' | 'TOUT_DEPASSEMENT'
  /** Forfaits optiques majorés quand le dernier équipement est assez ancien ; null sans majoration. */
  readonly majorationOptique: MajorationOptique | null
  /** La source ne donne pas de montants : ceux-ci sont de démonstration, les motifs le disent. */
  readonly demonstration: boolean
  readonly notes: readonly NoteTableau[]
  readonly lignes: readonly LigneTable[]
}

/** Les articles d'un règlement que les motifs d'un remboursement citent, par rôle. */
export interface ArticlesGaranties {
  readonly plafonds: ArticleId
  readonly fraisReels: ArticleId
  readonly exclusions: ArticleId
  readonly droits: ArticleId
  readonly pieces: ArticleId
  /** Compte l'acte d'un praticien non conventionné sur la base conventionnelle, que le décompte ne porte pas ; absent : sur celle du décompte. */
  readonly horsConvention?: ArticleId
}

/**
 * Une gamme par modules : chacun choisit son niveau, la formule est `prefixe-a-b-c`. Le tableau a une « formule » par
 * niveau ; `modules` dit quelles lignes suivent quel choix.
 */
export interface GammeModulaire {
  readonly prefixe: string
  readonly table: TableGaranties
  readonly modules: readonly (readonly CodeLigne[])[]
  /** Les niveaux qui vont ensemble. */
  readonly niveaux: ContraintesNiveaux
}

/** Ce que le sujet « remboursement » lit dans un règlement. */
export interface GarantiesReglement {
  readonly tables: readonly TableGaranties[]
  readonly modulaires: readonly GammeModulaire[]
  readonly articles: ArticlesGaranties
}
