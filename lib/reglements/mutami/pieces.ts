import type { ParametresPieces } from '@/lib/rules/pieces/piece'

/** Pièces demandées, dans l'ordre du règlement. `siConcerne` : seulement à qui la pièce s'applique. */
export const pieces: ParametresPieces = {
  ADHESION: {
    article: 'mutami/art-1',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_ADHESION'], siConcerne: false },
      { auChoix: ['FORMULAIRE_CONSEIL'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['PIECE_IDENTITE'], siConcerne: false },
      { auChoix: ['RIB_COTISATIONS'], siConcerne: false },
      { auChoix: ['RIB_PRESTATIONS'], siConcerne: true },
      { auChoix: ['MANDAT_SEPA'], siConcerne: true },
      { auChoix: ['CHEQUE_TROIS_MOIS'], siConcerne: true },
      { auChoix: ['CERTIFICAT_RADIATION'], siConcerne: true },
      { auChoix: ['JUSTIFICATIF_DOMICILE'], siConcerne: false },
    ],
  },
  ADHESION_AGENT_PUBLIC: {
    article: 'mutami/art-48-1',
    annuelle: false,
    pieces: [
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['ATTESTATION_MAJORATION'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_ENTREE_FONCTION_PUBLIQUE'], siConcerne: false },
    ],
  },
  ADHESION_SURCOMPLEMENTAIRE: {
    article: 'mutami/art-18-1',
    annuelle: false,
    pieces: [
      { auChoix: ['AUTRE_COMPLEMENTAIRE'], siConcerne: true },
      { auChoix: ['BULLETIN_ADHESION'], siConcerne: false },
    ],
  },
  AFFILIATION_CONJOINT: {
    article: 'mutami/art-2-2',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['LIVRET_DE_FAMILLE'], siConcerne: false },
    ],
  },
  AFFILIATION_PACS: {
    article: 'mutami/art-2-2',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['ATTESTATION_PACS'], siConcerne: false },
    ],
  },
  AFFILIATION_CONCUBIN: {
    article: 'mutami/art-2-2',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['DECLARATION_SUR_L_HONNEUR'], siConcerne: false },
    ],
  },
  AFFILIATION_ENFANT: {
    article: 'mutami/art-2-2',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['ACTE_DE_NAISSANCE', 'LIVRET_DE_FAMILLE'], siConcerne: false },
    ],
  },
  AFFILIATION_ADOPTION: {
    article: 'mutami/art-2-2',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['JUGEMENT_ADOPTION'], siConcerne: false },
    ],
  },
  ENFANT_ETUDES: {
    article: 'mutami/def-enfants-a-charge',
    annuelle: true,
    pieces: [{ auChoix: ['CERTIFICAT_SCOLARITE'], siConcerne: false }],
  },
  ENFANT_ALTERNANCE: {
    article: 'mutami/def-enfants-a-charge',
    annuelle: true,
    pieces: [{ auChoix: ['CONTRAT_ALTERNANCE'], siConcerne: false }],
  },
  ENFANT_RECHERCHE_PREMIER_EMPLOI: {
    article: 'mutami/def-enfants-a-charge',
    annuelle: true,
    pieces: [{ auChoix: ['AVIS_POLE_EMPLOI'], siConcerne: false }],
  },
  ENFANT_HANDICAP: {
    article: 'mutami/art-2-2',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_HANDICAP'], siConcerne: false }],
  },
  CHANGEMENT_OPTION: {
    article: 'mutami/art-7-2',
    annuelle: false,
    pieces: [{ auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false }],
  },
  CHANGEMENT_SITUATION: {
    article: 'mutami/art-7-1',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_EVENEMENT'], siConcerne: false },
    ],
  },
  CHANGEMENT_ADRESSE: {
    article: 'mutami/art-7-1',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_DOMICILE'], siConcerne: false },
    ],
  },
  CHANGEMENT_RIB: {
    article: 'mutami/art-7-1',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_MODIFICATIF'], siConcerne: false },
      { auChoix: ['RIB_COTISATIONS', 'RIB_PRESTATIONS'], siConcerne: false },
    ],
  },
  RESILIATION: {
    article: 'mutami/art-8',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  RENONCIATION: {
    article: 'mutami/art-6-3',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  RADIATION: {
    article: 'mutami/art-2-4',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  RADIATION_DIVORCE: {
    article: 'mutami/art-2-4',
    annuelle: false,
    pieces: [{ auChoix: ['JUGEMENT_DIVORCE', 'DEMANDE_ECRITE'], siConcerne: false }],
  },
  DECES: {
    article: 'mutami/art-2-4',
    annuelle: false,
    pieces: [{ auChoix: ['ACTE_DE_DECES'], siConcerne: false }],
  },
}
