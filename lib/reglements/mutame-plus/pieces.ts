import type { ParametresPieces } from '@/lib/rules/pieces/piece'

/** Pièces demandées, dans l'ordre de la source. `siConcerne` : seulement à qui la pièce s'applique. */
export const pieces: ParametresPieces = {
  AFFILIATION_ENFANT: {
    article: 'mutame-plus/faq-naissance',
    annuelle: false,
    pieces: [{ auChoix: ['ACTE_DE_NAISSANCE'], siConcerne: false }],
  },
  AFFILIATION_ADOPTION: {
    article: 'mutame-plus/faq-naissance',
    annuelle: false,
    pieces: [{ auChoix: ['JUGEMENT_ADOPTION'], siConcerne: false }],
  },
  CHANGEMENT_CAISSE: {
    article: 'mutame-plus/faq-adresse',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_DROITS_AMO'], siConcerne: false }],
  },
  CHANGEMENT_RIB: {
    article: 'mutame-plus/faq-espace',
    annuelle: false,
    pieces: [{ auChoix: ['RIB_PRESTATIONS'], siConcerne: false }],
  },
  DECES: {
    article: 'mutame-plus/faq-changements',
    annuelle: false,
    pieces: [{ auChoix: ['ACTE_DE_DECES'], siConcerne: false }],
  },
  DISPENSE: {
    article: 'mutame-plus/faq-dispense',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_DE_DISPENSE'], siConcerne: false },
      { auChoix: ['JUSTIFICATIF_DISPENSE'], siConcerne: false },
    ],
  },
  RESILIATION: {
    article: 'mutame-plus/faq-resiliation-annuelle',
    annuelle: false,
    pieces: [{ auChoix: ['LETTRE_RECOMMANDEE'], siConcerne: false }],
  },
  RESILIATION_CSS: {
    article: 'mutame-plus/faq-resiliations-derogatoires',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_CSS'], siConcerne: false }],
  },
  RADIATION_CSS: {
    article: 'mutame-plus/faq-resiliations-derogatoires',
    annuelle: false,
    pieces: [{ auChoix: ['ATTESTATION_CSS'], siConcerne: false }],
  },
  RADIATION_CONTRAT_OBLIGATOIRE: {
    article: 'mutame-plus/faq-resiliations-derogatoires',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_ECRITE'], siConcerne: false },
      { auChoix: ['ATTESTATION_EMPLOYEUR_OBLIGATOIRE'], siConcerne: false },
      { auChoix: ['ATTESTATION_EMPLOYEUR_SANS_DISPENSE'], siConcerne: false },
    ],
  },
  INDEMNITES_JOURNALIERES: {
    article: 'mutame-plus/faq-employeurs',
    annuelle: false,
    pieces: [
      { auChoix: ['DEMANDE_INDEMNITES'], siConcerne: false },
      { auChoix: ['BULLETIN_DE_PAIE'], siConcerne: false },
    ],
  },
}
