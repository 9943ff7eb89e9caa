import type { ArticleId } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Les pièces qu'un règlement peut demander, une fois pour tous les écrans. */
export type Piece =
  | 'ACTE_DE_DECES'
  | 'ACTE_DE_NAISSANCE'
  | 'ARRETE_DE_POSITION'
  | 'ARRETE_DE_RETRAITE'
  | 'ATTESTATION_CONCUBINAGE'
  | 'ATTESTATION_CSS'
  | 'ATTESTATION_DROITS_AMO'
  | 'ATTESTATION_EMPLOYEUR_OBLIGATOIRE'
  | 'ATTESTATION_EMPLOYEUR_SANS_DISPENSE'
  | 'ATTESTATION_HANDICAP'
  | 'ATTESTATION_MAJORATION'
  | 'ATTESTATION_PACS'
  | 'ATTESTATION_RETRAITE_EMPLOYEUR'
  | 'AUTRE_COMPLEMENTAIRE'
  | 'AVIS_POLE_EMPLOI'
  | 'BULLETIN_ADHESION'
  | 'BULLETIN_AFFILIATION'
  | 'BULLETIN_DE_MARIAGE'
  | 'BULLETIN_DE_PAIE'
  | 'BULLETIN_MODIFICATIF'
  | 'CARTE_ADHERENT'
  | 'CERTIFICAT_RADIATION'
  | 'CERTIFICAT_SCOLARITE'
  | 'CHEQUE_TROIS_MOIS'
  | 'CONTRAT_ALTERNANCE'
  | 'CONTRAT_SERVICE_CIVIQUE'
  | 'DECLARATION_REVENUS'
  | 'DECLARATION_SUR_L_HONNEUR'
  | 'DEMANDE_DE_DISPENSE'
  | 'DEMANDE_ECRITE'
  | 'DEMANDE_INDEMNITES'
  | 'FORMULAIRE_CONSEIL'
  | 'JUGEMENT_ADOPTION'
  | 'JUGEMENT_DIVORCE'
  | 'JUSTIFICATIF_DEPART_ETRANGER'
  | 'JUSTIFICATIF_DISPENSE'
  | 'JUSTIFICATIF_DOMICILE'
  | 'JUSTIFICATIF_DOMICILE_COMMUN'
  | 'JUSTIFICATIF_ENTREE_FONCTION_PUBLIQUE'
  | 'JUSTIFICATIF_EVENEMENT'
  | 'LETTRE_EMBAUCHE_OU_NOMINATION'
  | 'LETTRE_RECOMMANDEE'
  | 'LIVRET_DE_FAMILLE'
  | 'MANDAT_SEPA'
  | 'PIECE_IDENTITE'
  | 'RIB_COTISATIONS'
  | 'RIB_PRESTATIONS'

export type SituationPieces =
  | 'ADHESION'
  | 'ADHESION_AGENT_PUBLIC'
  | 'ADHESION_SURCOMPLEMENTAIRE'
  | 'AFFILIATION_CONJOINT'
  | 'AFFILIATION_PACS'
  | 'AFFILIATION_CONCUBIN'
  | 'AFFILIATION_ENFANT'
  | 'AFFILIATION_ADOPTION'
  | 'ENFANT_ETUDES'
  | 'ENFANT_ALTERNANCE'
  | 'ENFANT_RECHERCHE_PREMIER_EMPLOI'
  | 'ENFANT_SERVICE_CIVIQUE'
  | 'ENFANT_HANDICAP'
  | 'ENFANT_SEIZE_ANS'
  | 'CHANGEMENT_OPTION'
  | 'CHANGEMENT_SITUATION'
  | 'CHANGEMENT_ADRESSE'
  | 'CHANGEMENT_RIB'
  | 'CHANGEMENT_RIB_COTISATIONS'
  | 'CHANGEMENT_CAISSE'
  | 'CHANGEMENT_EMPLOYEUR'
  | 'MARIAGE'
  | 'RETRAITE'
  | 'RESILIATION'
  | 'RESILIATION_CSS'
  | 'RESILIATION_DEPART_ETRANGER'
  | 'RENONCIATION'
  | 'RADIATION'
  | 'RADIATION_DIVORCE'
  | 'RADIATION_CONTRAT_OBLIGATOIRE'
  | 'RADIATION_DEPART_ETRANGER'
  | 'RADIATION_CSS'
  | 'DECES'
  | 'DISPENSE'
  | 'INDEMNITES_JOURNALIERES'
  | 'CONJOINT_A_CHARGE'

/** Une pièce, ou une au choix ; `siConcerne` : demandée seulement à qui elle s'applique. */
export interface PieceRequise {
  readonly auChoix: readonly [Piece, ...Piece[]]
  readonly siConcerne: boolean
}

export interface ListePieces {
  readonly article: ArticleId
  readonly pieces: readonly [PieceRequise, ...PieceRequise[]]
  /** Vrai quand la preuve est à refaire chaque année. */
  readonly annuelle: boolean
}

export type ParametresPieces = Readonly<Partial<Record<SituationPieces, ListePieces>>>

/** Pièces à fournir dans une situation. @throws {ErreurDeRegle} NON_PREVU si la source n'en cite pas. */
export const piecesRequises = (reglement: Reglement, situation: SituationPieces): ListePieces =>
  prevu(reglement.pieces[situation] ?? null, `pièces ${situation}`)

/** Ce qui manque encore : chaque exigence inconditionnelle dont aucune pièce au choix n'a été reçue. */
export function piecesManquantes(liste: ListePieces, recues: ReadonlySet<Piece>): readonly PieceRequise[] {
  return liste.pieces.filter(({ auChoix, siConcerne }) => !siConcerne && !auChoix.some((p) => recues.has(p)))
}
