/** What a page says when the network fails under somebody who writes. Nothing of what they did may be lost. */
export const PHRASES_RESEAU = {
  COUPE:
    'Pas de réseau pour l’instant. Votre texte reste dans cette page et ce qui est joint est gardé. Nous réessayons dès que le réseau revient.',
  PAS_PARTI: 'Pas de réseau : rien n’est parti, rien n’est perdu. Réessayez quand le réseau revient.',
  ENVOI: 'Envoi en cours…',
  JOINT: 'Envoi du fichier en cours…',
  PIECE_REFUSEE:
    'Un fichier n’a pas pu être joint : rien n’est parti. Joignez-en un autre, ou envoyez sans lui.',
  PAS_JOINT: 'pas encore envoyé, le réseau a coupé',
} as const
