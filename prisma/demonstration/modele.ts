/** What a family's file says: who, since when, which habits of care, which precise events. Days are « AAAA-MM-JJ », amounts cents. */
import type { Situation } from './situations'

export type Lien = 'MEMBRE_PARTICIPANT' | 'CONJOINT' | 'PACS' | 'CONCUBIN' | 'ENFANT'
export type CodeReglement = 'mutami' | 'mutame-smb' | 'ociane-collectif' | 'mutame-plus' | 'mieux-etre'
export type Formule =
  | `jeune-${'essentiel' | 'equilibre' | 'premium'}`
  | `tribu-${'essentiel' | 'equilibre' | 'premium' | 'excellence'}`
  | `aine-${'essentiel' | 'equilibre' | 'premium'}`
  | `${'ter' | 'fph'}-${1 | 2 | 3 | 4 | 5}`
  | 'hospi'
  | 'hospi-cp'
  | `zen-${1 | 2}`
  | `amse-${1 | 2 | 3 | 4}`
  | 'mutame-2'
  | 'mutame-3'
  | 'mutame-2-depassements'
  | 'modulaire-2-2-2'
  | 'modulaire-2-3-2'
  | 'panier-ani'
  | 'option-1'
  | 'atout-sante-plus'

export interface PersonneFictive {
  readonly cle: string
  readonly lien: Lien
  readonly nom: string
  readonly prenom: string
  readonly sexe: 1 | 2
  /** May be « lunaire » (month past 12, day 00): the Assurance maladie knows such dates. */
  readonly naissance: string
  readonly rang: number
  /** Key of the person whose NIR covers this one; absent = an own NIR. */
  readonly nirDe?: string
  /** Key of the other parent, or of a parent outside the mutuelle; `PROPRE` = the child's own NIR. */
  readonly nirSecond?: string
  /** Last day on which the Assurance maladie uses the first NIR; the second one after. */
  readonly premierNirJusquAu?: string
  readonly du: string
  readonly au?: string
  readonly codeAcces: string
}

/** A parent who is not covered but whose NIR appears on the décomptes of a child. */
export interface ParentHors {
  readonly cle: string
  readonly sexe: 1 | 2
  readonly naissance: string
}

export interface Famille {
  readonly cle: string
  readonly numeroAdherent: string
  /** Absent: mutami, as most. */
  readonly reglement?: CodeReglement
  readonly du: string
  readonly au?: string
  /** Empty under a règlement that prints no table of guarantees. */
  readonly formules: readonly { readonly formule: Formule; readonly du: string; readonly au?: string }[]
  readonly personnes: readonly PersonneFictive[]
  /** A second contract at the mutuelle, which covers everyone of the first and pays after it. */
  readonly surcomplementaire?: {
    readonly numeroAdherent: string
    readonly du: string
    readonly formule: Formule
  }
  readonly parentsHors?: readonly ParentHors[]
  readonly habitudes: readonly Habitude[]
  readonly evenements: readonly Decompte[]
}

/** How the Assurance maladie files the visit: médecin traitant, oriented by him, direct access, outside the pathway. */
export type Parcours = 'T' | 'O' | 'D' | 'S'
/** Where the line comes from: the Assurance maladie, a tiers payant operator, an invoice the member sent. */
export type Emetteur = 'AMO' | 'OPERATEUR_TP' | 'MANUEL'
export type Exoneration = 'ALD' | 'MATERNITE' | 'ACTE_LOURD'

/** One visit or delivery, paid by one décompte of one or more lines. */
export interface Decompte {
  /** Named when a correction refers to it. */
  readonly cle?: string
  readonly jour: string
  /** Last day of a stay. */
  readonly fin?: string
  readonly qui: string
  readonly pro: string
  readonly parcours?: Parcours
  readonly emetteur?: Emetteur
  /** Tiers payant: the money goes to the professional or the hospital. Default: what the professional usually does. */
  readonly tiersPayant?: boolean
  /** Day on which the line leaves; default: a few days after the care. */
  readonly transmisLe?: string
  /** NIR of the second parent instead of the first. */
  readonly parSecondNir?: boolean
  readonly lignes: readonly LigneSoin[]
}

export interface LigneSoin {
  readonly acte: string
  /** Whole expense of the line; default: the tariff of the day × quantity. */
  readonly prix?: number
  /** Whole base where the act has no tariff of its own (medicines, laboratory, stay). */
  readonly base?: number
  readonly quantite?: number
  readonly exoneration?: Exoneration
  readonly dents?: readonly string[]
  /** D or G: right or left eye or ear. */
  readonly cote?: 'D' | 'G'
  /** What a first mutuelle paid before ours, as the statement that the member sends says it. */
  readonly premiereMutuelle?: number
  readonly pourInformation?: true
  readonly rejet?: { readonly code: string; readonly libelle: string }
  /** What this line is there to show. */
  readonly montre?: readonly Situation[]
}

/** Care that comes back through the months, drawn by the seeded generator. */
export type Habitude =
  | {
      readonly type: 'MEDECIN'
      readonly qui: string
      readonly pro: string
      readonly acte: string
      readonly parAn: number
      readonly prix?: number
      readonly parcours?: Parcours
      readonly exoneration?: Exoneration
      /** Pharmacy where the prescription is taken; absent: none. */
      readonly pharmacie?: string
    }
  | {
      readonly type: 'TRAITEMENT'
      readonly qui: string
      readonly pro: string
      readonly du: string
      readonly au?: string
      readonly tousLesJours: number
      readonly lignes: readonly LigneSoin[]
    }
  | {
      readonly type: 'SERIE'
      readonly qui: string
      readonly pro: string
      readonly du: string
      readonly seances: number
      /** 1 = Monday … 6 = Saturday. */
      readonly jours: readonly number[]
      readonly lignes: readonly LigneSoin[]
    }
  | {
      readonly type: 'ANNUEL'
      readonly qui: string
      readonly pro: string
      /** Months of the year, 1 to 12. */
      readonly mois: readonly number[]
      readonly parcours?: Parcours
      readonly emetteur?: Emetteur
      readonly lignes: readonly LigneSoin[]
    }
  | {
      readonly type: 'BIOLOGIE'
      readonly qui: string
      readonly pro: string
      readonly parAn: number
      readonly exoneration?: Exoneration
    }

/** What goes wrong or is put right after a décompte was sent; `de` names it, `ligne` its line. */
export type Incident =
  | {
      readonly type: 'ANNULATION' | 'DOUBLON'
      readonly de: string
      readonly ligne: number
      readonly transmisLe: string
      readonly montre: readonly Situation[]
    }
  | {
      /** CONFLIT: the same key sent again with another expense. RECTIFICATION: the line sent anew, its reversal having left. */
      readonly type: 'CONFLIT' | 'RECTIFICATION'
      readonly de: string
      readonly ligne: number
      readonly transmisLe: string
      readonly depense: number
      readonly montre: readonly Situation[]
    }
  | {
      /** A line for somebody the portfolio does not know. */
      readonly type: 'INCONNU'
      readonly jour: string
      readonly transmisLe: string
      readonly sexe: 1 | 2
      readonly naissance: string
      readonly montre: readonly Situation[]
    }
  | {
      /** A copy of a line with a day that does not exist. */
      readonly type: 'JOUR_IMPOSSIBLE'
      readonly de: string
      readonly ligne: number
      readonly transmisLe: string
      readonly jour: string
      readonly montre: readonly Situation[]
    }
