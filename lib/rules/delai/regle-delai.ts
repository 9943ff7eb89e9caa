import type { ArticleId } from '../decision/motif'

export type TypeDelai =
  | 'RECLAMATION_ACCUSE'
  | 'RECLAMATION_REPONSE'
  | 'MEDIATION'
  | 'FORCLUSION'
  | 'PRESCRIPTION'
  | 'RECLAMATION_PRESTATION'

export interface RegleDelai {
  readonly unite: 'JOURS' | 'JOURS_OUVRABLES' | 'JOURS_OUVRES' | 'MOIS' | 'ANNEES'
  readonly nombre: number
  readonly article: ArticleId
}

export interface ParametresDelai extends Readonly<Record<TypeDelai, RegleDelai | null>> {
  /** Réponse promise à un message, en journées de 24 h qui ne courent que les jours ouvrés. */
  readonly MESSAGERIE: { readonly journees: number; readonly article: ArticleId } | null
}

/** Délais que la vie du contrat fait courir à côté des voies de recours, pour l'adhérent ou pour la mutuelle. */
export type TypeDelaiAnnexe =
  | 'DECLARATION_CHANGEMENT'
  | 'DECLARATION_ACCIDENT'
  | 'DECLARATION_REMBOURSEMENT_TIERS'
  | 'RESTITUTION_CARTE'
  | 'CERTIFICAT_RADIATION'
  | 'VERSEMENT_TELETRANSMIS'
  | 'VERSEMENT_SUR_DOSSIER'
  | 'ENVOI_CARTE'
  | 'ATTESTATION_MAJORATION'
  | 'REGULARISATION_COTISATION'
  | 'VERSEMENT_AVANCE_SANTE'
  | 'REPONSE_MEDIATEUR'
  | 'REFUS_ECHANGES_AMO'
  | 'RESILIATION_PAR_LA_MUTUELLE'
  | 'EXCLUSION_FACULTATIVE'
  | 'EFFET_COORDONNEES'
  | 'PRESCRIPTION_LONGUE'
  | 'SAISINE_MEDIATEUR_SANS_REPONSE'
  | 'REMBOURSEMENT_AVANCE_SANTE'

export type ParametresDelaiAnnexe = Readonly<Partial<Record<TypeDelaiAnnexe, RegleDelai>>>
