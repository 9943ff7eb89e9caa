import type { ParametresPieces } from '@/lib/rules/pieces/piece'

/** Pièces demandées, dans l'ordre de la source. `siConcerne` : seulement à qui la pièce s'applique. */
export const pieces: ParametresPieces = {
  AFFILIATION_CONJOINT: {
    article: 'mieux-etre/faq-ayant-droit-collectif',
    annuelle: false,
    pieces: [{ auChoix: ['BULLETIN_DE_MARIAGE'], siConcerne: false }],
  },
  AFFILIATION_ENFANT: {
    article: 'mieux-etre/faq-ayant-droit-collectif',
    annuelle: false,
    pieces: [{ auChoix: ['ACTE_DE_NAISSANCE'], siConcerne: false }],
  },
  ENFANT_SEIZE_ANS: {
    article: 'mieux-etre/faq-seize-ans',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false }],
  },
  CHANGEMENT_ADRESSE: {
    article: 'mieux-etre/faq-adresse',
    annuelle: false,
    pieces: [{ auChoix: ['JUSTIFICATIF_DOMICILE'], siConcerne: false }],
  },
  CHANGEMENT_RIB: {
    article: 'mieux-etre/faq-rib',
    annuelle: false,
    pieces: [{ auChoix: ['RIB_PRESTATIONS'], siConcerne: false }],
  },
}
