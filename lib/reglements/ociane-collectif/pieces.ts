import type { ParametresPieces } from '@/lib/rules/pieces/piece'

/** Pièces demandées, dans l'ordre de la source. `siConcerne` : seulement à qui la pièce s'applique. */
export const pieces: ParametresPieces = {
  ADHESION: {
    article: 'ociane-collectif/art-2-2',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_AFFILIATION'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['RIB_PRESTATIONS'], siConcerne: false },
    ],
  },
  AFFILIATION_CONJOINT: {
    article: 'ociane-collectif/art-2-3',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_AFFILIATION'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['LIVRET_DE_FAMILLE'], siConcerne: false },
      { auChoix: ['CERTIFICAT_RADIATION'], siConcerne: true },
    ],
  },
  AFFILIATION_PACS: {
    article: 'ociane-collectif/art-2-3',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_AFFILIATION'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['ATTESTATION_PACS'], siConcerne: false },
      { auChoix: ['CERTIFICAT_RADIATION'], siConcerne: true },
    ],
  },
  AFFILIATION_CONCUBIN: {
    article: 'ociane-collectif/art-2-3',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_AFFILIATION'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['ATTESTATION_CONCUBINAGE'], siConcerne: false },
      { auChoix: ['CERTIFICAT_RADIATION'], siConcerne: true },
    ],
  },
  AFFILIATION_ENFANT: {
    article: 'ociane-collectif/art-2-4',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_AFFILIATION'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['ACTE_DE_NAISSANCE'], siConcerne: true },
    ],
  },
  AFFILIATION_ADOPTION: {
    article: 'ociane-collectif/art-2-4',
    annuelle: false,
    pieces: [
      { auChoix: ['BULLETIN_AFFILIATION'], siConcerne: false },
      { auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false },
      { auChoix: ['JUGEMENT_ADOPTION'], siConcerne: true },
    ],
  },
  ENFANT_SEIZE_ANS: {
    article: 'ociane-collectif/art-2-5',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false }],
  },
  CHANGEMENT_OPTION: {
    article: 'ociane-collectif/art-3-5',
    annuelle: false,
    pieces: [
      { auChoix: ['JUSTIFICATIF_EVENEMENT'], siConcerne: true },
      { auChoix: ['DEMANDE_ECRITE'], siConcerne: false },
    ],
  },
  CHANGEMENT_RIB: {
    article: 'ociane-collectif/art-3-2',
    annuelle: false,
    pieces: [{ auChoix: ['RIB_PRESTATIONS'], siConcerne: false }],
  },
  CHANGEMENT_RIB_COTISATIONS: {
    article: 'ociane-collectif/art-3-3',
    annuelle: false,
    pieces: [
      { auChoix: ['RIB_COTISATIONS'], siConcerne: false },
      { auChoix: ['MANDAT_SEPA'], siConcerne: false },
    ],
  },
  CHANGEMENT_CAISSE: {
    article: 'ociane-collectif/art-3-4',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false }],
  },
  DISPENSE: {
    article: 'ociane-collectif/art-1-2',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_DE_DISPENSE'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_DISPENSE'], siConcerne: false },
    ],
  },
  RESILIATION: {
    article: 'ociane-collectif/art-4-1-2',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  PORTABILITE: {
    article: 'ociane-collectif/art-4-1-1',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_INDEMNISATION_CHOMAGE'], siConcerne: false }],
  },
  MAINTIEN_EVIN: {
    article: 'ociane-collectif/art-4-1-2',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  RADIATION: {
    article: 'ociane-collectif/art-4-2',
    annuelle: false,
    pieces: [{ auChoix: ['DEMANDE_ECRITE'], siConcerne: false }],
  },
  RADIATION_DIVORCE: {
    article: 'ociane-collectif/art-4-2',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_ECRITE'], siConcerne: false },
      { auChoix: ['DECLARATION_SUR_L_HONNEUR', 'JUGEMENT_DIVORCE'], siConcerne: false },
    ],
  },
  RADIATION_CONTRAT_OBLIGATOIRE: {
    article: 'ociane-collectif/art-4-2',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_ECRITE'], siConcerne: false },
      { auChoix: ['ATTESTATION_EMPLOYEUR_OBLIGATOIRE'], siConcerne: false },
    ],
  },
  RADIATION_DEPART_ETRANGER: {
    article: 'ociane-collectif/art-4-2',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_ECRITE'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_DEPART_ETRANGER', 'DECLARATION_SUR_L_HONNEUR'], siConcerne: false },
    ],
  },
  RADIATION_CSS: {
    article: 'ociane-collectif/art-4-2',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_ECRITE'], siConcerne: false },
      { auChoix: ['ATTESTATION_CSS'], siConcerne: false },
    ],
  },
  DECES: {
    article: 'ociane-collectif/art-4-2',
    annuelle: false,
    pieces: [{ auChoix: ['ACTE_DE_DECES'], siConcerne: false }],
  },
  AIDE_EXCEPTIONNELLE: {
    article: 'ociane-collectif/art-17',
    annuelle: false,
    pieces: [
      { auChoix: ['JUSTIFICATIF_RESSOURCES'], siConcerne: false },
      { auChoix: ['FACTURE_ACQUITTEE', 'DEVIS_DE_SANTE'], siConcerne: false },
      { auChoix: ['AIDES_DEJA_OBTENUES'], siConcerne: false },
    ],
  },
}
