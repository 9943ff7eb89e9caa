/** The sentences of a care to be paid from its papers. */
export const PHRASES_REMBOURSEMENT_DEMANDE = {
  UN_SEUL_ACTE:
    'Ce soin a plusieurs éléments : laissez vide, la part de l’Assurance maladie est calculée pour chacun.',
  AMO_TROP: 'L’Assurance maladie ne peut pas avoir payé plus que le prix.',
  CALCULEE_ENSUITE: 'calculée après l’acceptation, avec ce que l’Assurance maladie a payé',
  SANS_DOUTE_DEJA_PAYE: 'Attention, sans doute le même soin, déjà connu',
  MEME_JOUR: 'Autre soin connu le même jour',
  HORS_DROITS:
    'Cette personne n’était pas couverte à la date du soin : la demande ne peut pas être acceptée.',
  DEJA_PAYEE: 'Ce remboursement est payé ou parti à la banque : la décision ne se défait plus.',
  FUTUR:
    'Ce soin n’a pas encore eu lieu : revenez après, avec la facture. Avant un soin, utilisez la simulation.',
  AMO: {
    PAYE: 'a déjà remboursé sa part',
    NON: 'n’a rien remboursé',
    INCONNU: 'la personne ne sait pas',
  },
} as const
