import type { Piece, PieceRequise } from '@/lib/rules/pieces/piece'

const libellesPieces: Readonly<Record<Piece, string>> = {
  ACTE_DE_DECES: 'acte de décès',
  ACTE_DE_NAISSANCE: 'extrait d’acte de naissance',
  ARRETE_DE_POSITION: 'arrêté de mutation, de détachement ou de congé',
  ARRETE_DE_RETRAITE: 'arrêté de mise à la retraite',
  ATTESTATION_CONCUBINAGE: 'attestation de concubinage',
  ATTESTATION_CSS: 'attestation de complémentaire santé solidaire',
  ATTESTATION_DROITS_AMO: 'attestation de droits à l’Assurance maladie de chaque personne',
  ATTESTATION_EMPLOYEUR_OBLIGATOIRE: 'attestation de l’employeur : contrat collectif obligatoire',
  ATTESTATION_EMPLOYEUR_SANS_DISPENSE: 'attestation de l’employeur : aucune dispense possible',
  ATTESTATION_HANDICAP: 'justificatif du handicap (allocation, carte ou décision)',
  ATTESTATION_INDEMNISATION_CHOMAGE: 'preuve que l’assurance chômage vous indemnise (avis de paiement)',
  ATTESTATION_MAJORATION: 'attestation de majoration, ou de non-majoration, du précédent organisme',
  ATTESTATION_PACS: 'attestation de Pacs',
  ATTESTATION_RETRAITE_EMPLOYEUR: 'attestation de l’employeur : date de la retraite',
  AUTRE_COMPLEMENTAIRE: 'attestation ou carte de l’autre complémentaire',
  AVIS_POLE_EMPLOI: 'attestation d’inscription comme demandeur d’un premier emploi',
  BULLETIN_ADHESION: 'bulletin d’adhésion signé',
  BULLETIN_AFFILIATION: 'bulletin individuel d’affiliation',
  BULLETIN_DE_MARIAGE: 'certificat de mariage',
  BULLETIN_DE_PAIE: 'bulletin de paie de la période',
  BULLETIN_MODIFICATIF: 'bulletin de modification signé',
  CARTE_ADHERENT: 'carte d’adhérent',
  CERTIFICAT_RADIATION: 'certificat de radiation du précédent organisme',
  CERTIFICAT_SCOLARITE: 'certificat de scolarité ou carte d’étudiant',
  AIDES_DEJA_OBTENUES: 'ce que d’autres organismes vous ont déjà accordé',
  CARTE_MOBILITE_INCLUSION: 'carte mobilité inclusion',
  CHEQUE_TROIS_MOIS: 'règlement des trois premiers mois, pour un paiement par chèque',
  CONTRAT_ALTERNANCE: 'contrat d’apprentissage ou de professionnalisation',
  CONTRAT_AVANCE_SANTE: 'contrat d’avance signé, en deux exemplaires',
  CONTRAT_SERVICE_CIVIQUE: 'contrat d’engagement de service civique',
  DECLARATION_REVENUS: 'déclaration de revenus de l’année précédente',
  DECLARATION_SUR_L_HONNEUR: 'déclaration sur l’honneur',
  DEMANDE_DE_DISPENSE: 'demande de dispense',
  DEMANDE_ECRITE: 'demande écrite de l’adhérent',
  DEMANDE_INDEMNITES: 'attestation de demande d’indemnités, remplie par l’employeur',
  DEVIS_DE_SANTE: 'devis des soins',
  ENGAGEMENT_REMBOURSEMENT: 'engagement signé de tout rendre si vous quittez la mutuelle',
  FACTURE_ACQUITTEE: 'facture acquittée, à votre nom et avec votre numéro d’adhérent',
  FACTURE_OBSEQUES: 'facture des pompes funèbres',
  FORMULAIRE_CONSEIL: 'fiche de conseil signée',
  JUGEMENT_ADOPTION: 'jugement d’adoption',
  JUGEMENT_DIVORCE: 'jugement de divorce',
  JUSTIFICATIF_DEPART_ETRANGER: 'justificatif du départ à l’étranger',
  JUSTIFICATIF_DISPENSE: 'justificatif du cas de dispense',
  JUSTIFICATIF_DOMICILE: 'justificatif de domicile de moins de trois mois',
  JUSTIFICATIF_DOMICILE_COMMUN: 'justificatif de domicile commun',
  JUSTIFICATIF_ENTREE_FONCTION_PUBLIQUE: 'justificatif de la date d’entrée dans la fonction publique',
  JUSTIFICATIF_EVENEMENT: 'justificatif de l’événement',
  JUSTIFICATIF_RESSOURCES: 'justificatif de vos ressources (avis d’imposition, déclaration de revenus)',
  JUSTIFICATIF_SANS_EMPLOI: 'justificatif d’absence d’emploi',
  LETTRE_EMBAUCHE_OU_NOMINATION: 'lettre d’embauche ou arrêté de nomination',
  LETTRE_RECOMMANDEE: 'lettre recommandée',
  LIVRET_DE_FAMILLE: 'copie du livret de famille',
  MANDAT_SEPA: 'mandat de prélèvement SEPA',
  PIECE_IDENTITE: 'pièce d’identité',
  RECEPISSE_PACS: 'récépissé d’enregistrement du Pacs',
  RIB_COTISATIONS: 'RIB du compte qui paie les cotisations',
  RIB_PRESTATIONS: 'RIB du compte qui reçoit les remboursements',
}

/** « extrait d’acte de naissance ou copie du livret de famille (si vous êtes concerné) ». */
export function ecrirePieceRequise({ auChoix, siConcerne }: PieceRequise): string {
  const pieces = auChoix.map((piece) => libellesPieces[piece]).join(' ou ')
  return siConcerne ? `${pieces} (si vous êtes concerné)` : pieces
}

/** A piece that was asked for: one of the règlements', or the words it was asked in. */
export const ecrirePieceAttendue = (piece: string): string =>
  new Map<string, string>(Object.entries(libellesPieces)).get(piece) ?? piece
