export const PHRASES_DONNEES = {
  EXPORT_PRET: 'Votre copie est prête.',
} as const
