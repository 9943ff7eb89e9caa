/** Sums paid in error: what refuses an act on one of them. */
export const PHRASES_INDU = {
  ROLE: 'Seuls le comptable, un superviseur ou un administrateur suivent les sommes versées à tort.',
  INTROUVABLE: 'Cette somme à récupérer est introuvable.',
  SOLDE: 'Cette somme est déjà entièrement rendue : il n’y a plus rien à faire.',
  MENSUALITE: 'La mensualité dépasse ce qui reste à rendre.',
  TROP: 'Le montant reçu dépasse ce qui reste à rendre : vérifiez-le.',
  NON_CONTESTE: 'Cette somme n’est pas contestée : rechargez la page.',
} as const

export type EtatIndu = 'EXPLIQUE' | 'CONTESTE' | 'EN_RECUPERATION' | 'SOLDE'

export const LIBELLES_INDU: Readonly<Record<EtatIndu, string>> = {
  EXPLIQUE: 'Expliqué, rien n’est encore retenu',
  CONTESTE: 'Contesté, rien n’est retenu',
  EN_RECUPERATION: 'En cours de récupération',
  SOLDE: 'Rendu en entier',
}
