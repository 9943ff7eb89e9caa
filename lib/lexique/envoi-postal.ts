/** Papers that leave by post. */
export const PHRASES_ENVOI_POSTAL = {
  ROLE: 'Seuls un gestionnaire, un superviseur ou un administrateur postent les papiers.',
  CHOISIR: 'Cochez au moins un papier.',
  JOUR: 'Dites quel jour ils sont partis.',
  FUTUR: 'Ce jour est à venir : notez-le une fois les papiers partis.',
  AVANT: 'Un de ces papiers a été fait après ce jour : choisissez le jour où ils sont vraiment partis.',
} as const

export const phrasePostes = (nombre: number): string =>
  nombre === 0
    ? 'Ces papiers étaient déjà notés comme postés.'
    : nombre === 1
      ? 'Un papier noté comme posté.'
      : `${nombre} papiers notés comme postés.`
