export const PHRASES_AVANCE = {
  ROLE: 'Seules la comptabilité et la supervision notent ce qui est rendu.',
  INTROUVABLE: 'Cette avance n’est pas à rendre : rechargez la page.',
  TROP: 'C’est plus que ce qui reste à rendre.',
  MONTANT: 'Écrivez le montant reçu, par exemple 100 ou 100,50.',
} as const
