import type { ParametresPieces } from '@/lib/rules/pieces/piece'

/** Pièces demandées, dans l'ordre de la source. `siConcerne` : seulement à qui la pièce s'applique. */
export const pieces: ParametresPieces = {
  ADHESION: {
    article: 'mutame-smb/art-6-a',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_ADHESION'], siConcerne: false },
      { auChoix: ['LETTRE_EMBAUCHE_OU_NOMINATION'], siConcerne: true },
      { auChoix: ['PIECE_IDENTITE'], siConcerne: false },
      { auChoix: ['LIVRET_DE_FAMILLE', 'ATTESTATION_PACS', 'ATTESTATION_CONCUBINAGE'], siConcerne: true },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['ATTESTATION_CSS'], siConcerne: true },
      { auChoix: ['ATTESTATION_MAJORATION'], siConcerne: true },
      { auChoix: ['MANDAT_SEPA'], siConcerne: false },
      { auChoix: ['RIB_PRESTATIONS'], siConcerne: false },
    ],
  },
  AFFILIATION_CONJOINT: {
    article: 'mutame-smb/art-6-a',
    annuelle: false,
    pieces: [
      { auChoix: ['LIVRET_DE_FAMILLE'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: true },
    ],
  },
  AFFILIATION_PACS: {
    article: 'mutame-smb/art-6-a',
    annuelle: false,
    pieces: [
      { auChoix: ['ATTESTATION_PACS'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: true },
    ],
  },
  AFFILIATION_CONCUBIN: {
    article: 'mutame-smb/art-5',
    annuelle: false,
    pieces: [
      { auChoix: ['DECLARATION_SUR_L_HONNEUR'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_DOMICILE_COMMUN'], siConcerne: false },
      { auChoix: ['LIVRET_DE_FAMILLE'], siConcerne: true },
    ],
  },
  AFFILIATION_ENFANT: {
    article: 'mutame-smb/art-6-b',
    annuelle: false,
    pieces: [
      { auChoix: ['ACTE_DE_NAISSANCE'], siConcerne: false },
      { auChoix: ['LIVRET_DE_FAMILLE'], siConcerne: false },
    ],
  },
  AFFILIATION_ADOPTION: {
    article: 'mutame-smb/art-5',
    annuelle: false,
    pieces: [{ auChoix: ['JUGEMENT_ADOPTION'], siConcerne: false }],
  },
  ENFANT_ETUDES: {
    article: 'mutame-smb/art-5',
    annuelle: true,
    pieces: [{ auChoix: ['CERTIFICAT_SCOLARITE'], siConcerne: false }],
  },
  ENFANT_ALTERNANCE: {
    article: 'mutame-smb/art-5',
    annuelle: true,
    pieces: [{ auChoix: ['CONTRAT_ALTERNANCE'], siConcerne: false }],
  },
  ENFANT_RECHERCHE_PREMIER_EMPLOI: {
    article: 'mutame-smb/art-5',
    annuelle: true,
    pieces: [{ auChoix: ['AVIS_POLE_EMPLOI'], siConcerne: false }],
  },
  ENFANT_SERVICE_CIVIQUE: {
    article: 'mutame-smb/art-5',
    annuelle: true,
    pieces: [{ auChoix: ['CONTRAT_SERVICE_CIVIQUE'], siConcerne: false }],
  },
  ENFANT_HANDICAP: {
    article: 'mutame-smb/art-5',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_HANDICAP'], siConcerne: false }],
  },
  MARIAGE: {
    article: 'mutame-smb/art-6-b',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_DE_MARIAGE'], siConcerne: false },
      { auChoix: ['LIVRET_DE_FAMILLE'], siConcerne: false },
    ],
  },
  DECES: {
    article: 'mutame-smb/art-6-b',
    annuelle: false,
    pieces: [{ auChoix: ['ACTE_DE_DECES'], siConcerne: false }],
  },
  CHANGEMENT_EMPLOYEUR: {
    article: 'mutame-smb/art-6-b',
    annuelle: false,
    pieces: [{ auChoix: ['ARRETE_DE_POSITION'], siConcerne: false }],
  },
  CHANGEMENT_ADRESSE: {
    article: 'mutame-smb/art-6-b',
    annuelle: false,
    pieces: [{ auChoix: ['CARTE_ADHERENT'], siConcerne: false }],
  },
  CHANGEMENT_RIB: {
    article: 'mutame-smb/art-6-b',
    annuelle: false,
    pieces: [
      { auChoix: ['RIB_PRESTATIONS'], siConcerne: false },
      { auChoix: ['MANDAT_SEPA'], siConcerne: false },
    ],
  },
  RETRAITE: {
    article: 'mutame-smb/art-6-b',
    annuelle: false,
    pieces: [{ auChoix: ['ARRETE_DE_RETRAITE', 'ATTESTATION_RETRAITE_EMPLOYEUR'], siConcerne: false }],
  },
  RESILIATION: {
    article: 'mutame-smb/art-4-a',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  RESILIATION_CSS: {
    article: 'mutame-smb/art-4-f',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_CSS'], siConcerne: false }],
  },
  RESILIATION_DEPART_ETRANGER: {
    article: 'mutame-smb/art-4-f',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_ECRITE'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_DEPART_ETRANGER'], siConcerne: false },
      { auChoix: ['CARTE_ADHERENT'], siConcerne: false },
    ],
  },
  RENONCIATION: {
    article: 'mutame-smb/art-2-1',
    annuelle: false,
    pieces: [{ auChoix: ['LETTRE_RECOMMANDEE'], siConcerne: false }],
  },
  RADIATION: {
    article: 'mutame-smb/art-4-e',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  CONJOINT_A_CHARGE: {
    article: 'mutame-smb/art-12',
    annuelle: true,
    pieces: [{ auChoix: ['DECLARATION_REVENUS'], siConcerne: false }],
  },
  AIDE_VACANCES: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [{ auChoix: ['FACTURE_ACQUITTEE'], siConcerne: false }],
  },
  AIDE_LOISIRS_HANDICAP: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [
      { auChoix: ['CARTE_MOBILITE_INCLUSION'], siConcerne: false },
      { auChoix: ['FACTURE_ACQUITTEE'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_SANS_EMPLOI'], siConcerne: true },
    ],
  },
  AIDE_FAMILIALE: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [
      { auChoix: ['FACTURE_ACQUITTEE'], siConcerne: false },
      { auChoix: ['AIDES_DEJA_OBTENUES'], siConcerne: false },
    ],
  },
  AIDE_MENAGERE: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [
      { auChoix: ['FACTURE_ACQUITTEE'], siConcerne: false },
      { auChoix: ['AIDES_DEJA_OBTENUES'], siConcerne: false },
    ],
  },
  AIDE_NAISSANCE: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [
      { auChoix: ['ACTE_DE_NAISSANCE', 'LIVRET_DE_FAMILLE'], siConcerne: false },
      { auChoix: ['JUGEMENT_ADOPTION'], siConcerne: true },
    ],
  },
  AIDE_UNION: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [{ auChoix: ['BULLETIN_DE_MARIAGE', 'RECEPISSE_PACS'], siConcerne: false }],
  },
  AIDE_OBSEQUES: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [
      { auChoix: ['ACTE_DE_DECES'], siConcerne: false },
      { auChoix: ['FACTURE_OBSEQUES'], siConcerne: false },
    ],
  },
  AIDE_ORPHELIN: {
    article: 'mutame-smb/art-18',
    annuelle: false,
    pieces: [
      { auChoix: ['LIVRET_DE_FAMILLE'], siConcerne: false },
      { auChoix: ['ACTE_DE_DECES'], siConcerne: false },
    ],
  },
  AVANCE_SANTE: {
    article: 'mutame-smb/art-20',
    annuelle: false,
    pieces: [
      { auChoix: ['DEVIS_DE_SANTE'], siConcerne: false },
      { auChoix: ['ENGAGEMENT_REMBOURSEMENT'], siConcerne: false },
      { auChoix: ['CONTRAT_AVANCE_SANTE'], siConcerne: false },
    ],
  },
}
