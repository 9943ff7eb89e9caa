import type { ParametresAdhesion } from '../adhesion/adherer'
import type { ParametresSurcomplementaire } from '../adhesion/adherer-surcomplementaire'
import type { ParametresFormuleParAge } from '../adhesion/sortir-de-formule'
import type { ParametresAffiliation } from '../affiliation/affilier-ayant-droit'
import type { ParametresScission } from '../affiliation/scinder-pour-naissance'
import type { ParametresAides } from '../aide/regle-aide'
import type { ParametresSeizeAns } from '../ayant-droit/emanciper-mineur'
import type { ParametresCouple } from '../ayant-droit/rattacher-conjoint-agent'
import type { ParametresAyantDroit } from '../ayant-droit/reconnaitre-ayant-droit'
import type { ParametresCotisation } from '../cotisation/regle-cotisation'
import type { DateCivile } from '../date/date-civile'
import type { ParametresDelai, ParametresDelaiAnnexe } from '../delai/regle-delai'
import type { ParametresDispense } from '../dispense/dispenser-affiliation'
import type { ParametresEcheancier } from '../echeancier/regle-echeancier'
import type { ParametresImpaye } from '../impaye/traiter-impaye'
import type { ParametresIndemnites } from '../indemnites-journalieres/ouvrir-indemnites'
import type { ParametresIndu } from '../indu/regle-indu'
import type { ParametresFinPrestations } from '../maintien/finir-prestations'
import type { ParametresApresDeces } from '../maintien/maintenir-apres-deces'
import type { ParametresOuverturePortabilite } from '../maintien/ouvrir-portabilite'
import type { ParametresDepartCollectivite } from '../maintien/quitter-collectivite'
import type { ParametresMaintien } from '../maintien/regle-maintien'
import type { ParametresSuspension } from '../maintien/suspendre-contrat-travail'
import type { ParametresOption } from '../option/changer-option'
import type { ParametresModules } from '../option/choisir-modules'
import type { ParametresPartage } from '../option/partager-option'
import type { ParametresGarantieOptionnelle } from '../option/souscrire-garantie-optionnelle'
import type { ParametresPieces } from '../pieces/piece'
import type { ParametresRadiation } from '../radiation/radier-ayant-droit'
import type { GarantiesReglement } from '../remboursement/table'
import type { ParametresRenonciation } from '../renonciation/renoncer'
import type { ParametresDepart } from '../resiliation/prevenir-du-depart'
import type { ParametresResiliation } from '../resiliation/regle-resiliation'
import type { Article } from './article'
import type { SerieDatee } from './serie-datee'

/**
 * Un règlement : des données et des noms de politiques, aucune fonction. Chaque sujet de `lib/rules` déclare le type
 * de ce qu'il lit ici ; un sujet que la source ne traite pas vaut `null` et la réponse est NON_PREVU.
 */
export interface Reglement {
  readonly id: string
  readonly nom: string
  /** Premier jour connu : avant, HORS_PERIODE. */
  readonly connuDepuis: DateCivile
  readonly articles: readonly Article[]
  /** Tableaux de garanties ; null si la source n'en donne pas. */
  readonly garanties: GarantiesReglement | null
  readonly adhesion: SerieDatee<ParametresAdhesion> | null
  readonly affiliation: SerieDatee<ParametresAffiliation> | null
  /** Ce qui se verse hors des soins, et l'avance ; null : la source n'en dit rien. */
  readonly aides: SerieDatee<ParametresAides> | null
  readonly apresDeces: SerieDatee<ParametresApresDeces> | null
  readonly ayantDroit: SerieDatee<ParametresAyantDroit> | null
  readonly cotisation: SerieDatee<ParametresCotisation> | null
  readonly couple: ParametresCouple | null
  readonly delai: SerieDatee<ParametresDelai> | null
  readonly delaiAnnexe: SerieDatee<ParametresDelaiAnnexe> | null
  readonly depart: ParametresDepart | null
  readonly departCollectivite: SerieDatee<ParametresDepartCollectivite> | null
  readonly dispense: SerieDatee<ParametresDispense> | null
  readonly echeancier: SerieDatee<ParametresEcheancier> | null
  readonly finPrestations: SerieDatee<ParametresFinPrestations> | null
  readonly formuleParAge: ParametresFormuleParAge | null
  readonly garantieOptionnelle: SerieDatee<ParametresGarantieOptionnelle> | null
  readonly impaye: SerieDatee<ParametresImpaye> | null
  /** Null : la loi commune (socle). */
  readonly indu: ParametresIndu | null
  readonly indemnites: SerieDatee<ParametresIndemnites> | null
  readonly maintien: SerieDatee<ParametresMaintien> | null
  readonly modules: ParametresModules | null
  readonly option: SerieDatee<ParametresOption> | null
  readonly ouverturePortabilite: ParametresOuverturePortabilite | null
  readonly partageOption: ParametresPartage | null
  readonly pieces: ParametresPieces
  readonly radiation: SerieDatee<ParametresRadiation> | null
  readonly renonciation: SerieDatee<ParametresRenonciation> | null
  readonly resiliation: SerieDatee<ParametresResiliation> | null
  readonly scission: ParametresScission | null
  readonly seizeAns: SerieDatee<ParametresSeizeAns> | null
  readonly surcomplementaire: ParametresSurcomplementaire | null
  readonly suspensionContrat: SerieDatee<ParametresSuspension> | null
}
