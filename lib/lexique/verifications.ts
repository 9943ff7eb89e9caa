export const CODES_REFUS = [
  'ACTE_NON_GARANTI',
  'DEJA_REMBOURSE',
  'PIECE_MANQUANTE',
  'HORS_CONTRAT',
  'ERREUR_DE_SAISIE',
] as const

/** Pourquoi une ligne vérifiée n'est pas remboursée : le code gardé, et ce que l'adhérent lit. */
export const RAISONS_REFUS: Readonly<Record<(typeof CODES_REFUS)[number], string>> = {
  ACTE_NON_GARANTI: 'Votre contrat ne prévoit pas de remboursement pour ce soin.',
  DEJA_REMBOURSE: 'Ce soin vous a déjà été remboursé sur une autre ligne.',
  PIECE_MANQUANTE: 'Il nous manque un papier pour rembourser ce soin.',
  HORS_CONTRAT: 'Ce soin n’est pas de ceux que ce contrat couvre ce jour-là.',
  ERREUR_DE_SAISIE: 'La ligne reçue comporte une erreur : elle doit nous être envoyée de nouveau.',
}

/** @throws {Error} pour une raison que la liste n'a pas. */
export function direRaison(code: string): string {
  const [, texte] = Object.entries(RAISONS_REFUS).find(([cle]) => cle === code) ?? []
  if (texte === undefined) throw new Error(`raison de refus inconnue : ${code}`)
  return texte
}

export const PHRASES_VERIFICATION = {
  DEJA_DECIDEE: 'Cette ligne a déjà été décidée : ouvrez-la de nouveau pour lire la décision.',
  TROP: 'La part de la mutuelle ne peut pas dépasser ce qui reste à payer, participation et franchise mises à part : {maximum} au plus.',
  SANS_CONTRAT: 'Aucun contrat n’est connu pour cette ligne : elle ne peut pas être payée.',
  POURQUOI_CE_MONTANT: 'Écrivez pourquoi ce montant n’est pas celui du calcul : l’adhérent le lira.',
  POURQUOI_LE_REFUS: 'Écrivez une phrase à l’adhérent, qui lui dit pourquoi et que faire.',
} as const
