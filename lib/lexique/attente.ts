const HEURE = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What to tell somebody who tried too often: when, and the other way out. */
export const phraseAttente = (jusqu: Date): string =>
  `Trop d'essais. Pour protéger les comptes, le prochain essai sera possible ${HEURE.format(jusqu)} (heure de Paris). Si vous avez perdu vos accès, demandez plutôt un lien par e-mail.`
