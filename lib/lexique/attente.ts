const HEURE = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const DATE_ET_HEURE = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** « le samedi 21 novembre 2026 à 22:53 », Paris. */
export const instantEnMots = (instant: Date): string => `le ${DATE_ET_HEURE.format(instant)}`

/** What to tell somebody who tried too often: when, and the other way out. */
export const phraseAttente = (jusqu: Date): string =>
  `Trop d'essais. Pour protéger les comptes, le prochain essai sera possible ${HEURE.format(jusqu)} (heure de Paris). Si vous avez perdu vos accès, demandez plutôt un lien par e-mail.`
