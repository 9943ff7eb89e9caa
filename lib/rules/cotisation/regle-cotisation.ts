import type { DateCivile } from '../date/date-civile'
import type { ArticleId } from '../decision/motif'
import type { Periodicite } from '../echeancier/regle-echeancier'
import type { Montant } from '../montant/montant'
import type { JourAnnuel } from '../reglement/jour-annuel'
import type { PolitiqueAge } from './compter-age'
import type { RegleConjointACharge } from './conjoint-a-charge'

export type RoleCotisant = 'ADHERENT' | 'CONJOINT' | 'ENFANT'

export interface Cotisant {
  readonly role: RoleCotisant
  readonly dateNaissance: DateCivile
  /** null : un conjoint ne l'est pas, un enfant l'est selon la règle des ayants droit. */
  readonly aCharge: boolean | null
}

export interface TrancheAge {
  /** Âges inclus ; `a` null : sans limite. */
  readonly de: number
  readonly a: number | null
  readonly mensuel: Montant
}

/** Une valeur par rôle ; ne sont nécessaires que celles des bénéficiaires présents. */
export type ParRole<V> = Readonly<Record<RoleCotisant, V | null>>

/** Le tarif est un fait : chaque règlement lit les clés de sa forme et refuse les autres. */
export interface Tarif {
  readonly base: Montant | null
  /** Garantie modulaire dont les modules ne montent pas du même pas : une base par module. */
  readonly modules: readonly Montant[] | null
  readonly enfant: Montant | null
  readonly tranches: readonly TrancheAge[] | null
  readonly mensuel: ParRole<Montant> | null
  readonly pourcentagePmss: number | null
}

export interface FaitsCotisation {
  readonly annee: number
  readonly formule: string
  readonly tarif: Tarif
  readonly beneficiaires: readonly Cotisant[]
  readonly dateEffet: DateCivile | null
  readonly periodicite: Periodicite | null
  readonly primoAdhesion: boolean | null
  readonly mutualisation: { readonly effectif: number; readonly adherents: number } | null
  readonly anneesNonCotisees: number | null
  readonly priseDePosteFonctionPublique: DateCivile | null
  /** Part mensuelle que l'employeur verse à la mutuelle. */
  readonly participationEmployeur: Montant | null
}

/** Hausses d'une année d'âge à la suivante, et part du tarif de base que paie chaque enfant à son rang. */
export interface ColonneTarif {
  readonly formules: readonly string[]
  /** Niveaux de module qui suivent cette colonne. */
  readonly niveaux: readonly number[]
  readonly hausses: readonly { readonly de: number; readonly a: number; readonly taux: number }[]
  /** En % du tarif de base, dans l'ordre des enfants ; au-delà, gratuit. */
  readonly enfants: readonly number[]
}

export type RegleTarif =
  | {
      readonly politique: 'BASE_ET_AGE'
      readonly article: ArticleId
      readonly age: PolitiqueAge
      readonly colonnes: readonly ColonneTarif[]
      readonly prefixeModules: string
      /** En % du tarif, non arrondi, de l'adhérent. */
      readonly conjointACharge: number
    }
  | {
      readonly politique: 'TRANCHES'
      readonly article: ArticleId
      readonly age: PolitiqueAge
      /** Gammes qui comptent l'âge autrement. */
      readonly ageParGamme: Readonly<
        Record<string, { readonly age: PolitiqueAge; readonly article: ArticleId }>
      >
      /** Dernier anniversaire dont l'année reste au tarif enfant. */
      readonly ageEnfant: number
      /** Gammes où le tarif enfant dure tant que l'enfant est à charge. */
      readonly enfantTantQuACharge: readonly string[]
      /** Enfants à charge qui paient ; les suivants, plus jeunes, sont gratuits. */
      readonly enfantsPayants: number
    }
  | {
      readonly politique: 'PAR_ROLE'
      readonly article: ArticleId
      readonly age: PolitiqueAge
      readonly articlePmss: ArticleId
    }

/** Ce qu'est un agent pour sa collectivité. */
export type SituationAgent =
  | 'TITULAIRE_OU_STAGIAIRE'
  | 'CONTRACTUEL'
  | 'SAISONNIER_OU_REMPLACANT'
  | 'CONGE_PARENTAL'
  | 'DETACHEMENT_EXTERIEUR'
  | 'MISE_A_DISPOSITION'
  | 'DISPONIBILITE'
  | 'RETRAITE'
  | 'MUTATION'

export interface RegleMinoration {
  readonly article: ArticleId
  /** Jour de l'année précédente où l'on compte les adhérents. */
  readonly appreciation: JourAnnuel
  /** Agents au taux plein quel que soit le nombre d'adhérents. */
  readonly exclus: readonly SituationAgent[]
  /** Agents minorés dont la cotisation ne se retient pas sur la paye. */
  readonly sansPrecompte: readonly SituationAgent[]
  /** La première ligne qui convient s'applique ; taux d'adhésion minimum, en %. */
  readonly paliers: readonly {
    readonly effectifMin: number
    readonly adhesionMin: number
    readonly taux: number
  }[]
}

export interface RegleMajoration {
  readonly article: ArticleId
  /** null : toutes les formules. */
  readonly gammes: readonly string[] | null
  readonly tauxParAnnee: number
  readonly apresAge: number
  readonly exonerationAns: number
}

export interface ParametresCotisation {
  readonly tarif: RegleTarif
  /** Article qui n'exige aucun droit d'entrée. */
  readonly sansDroitEntree: ArticleId | null
  readonly conjointACharge: RegleConjointACharge | null
  readonly minoration: RegleMinoration | null
  readonly majoration: RegleMajoration | null
  readonly exoneration: {
    readonly article: ArticleId
    readonly primoAdhesionMois: number
    readonly naissanceMois: number
  } | null
  readonly participation: { readonly article: ArticleId; readonly gammes: readonly string[] | null } | null
  /** Qui la mutuelle appelle, dans un contrat d'entreprise. */
  readonly appel: {
    readonly obligatoires: readonly string[]
    readonly articleObligatoire: ArticleId
    readonly articleFacultatif: ArticleId
  } | null
}
