const PARTIES = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

function lire(instant: Date): { readonly jour: string; readonly heure: string } {
  const p = new Map(PARTIES.formatToParts(instant).map(({ type, value }) => [type, value]))
  const quantieme = p.get('day') === '1' ? '1er' : (p.get('day') ?? '')
  const heure = `${Number(p.get('hour'))}\u00a0h\u00a0${p.get('minute') ?? ''}`
  return {
    jour: `${p.get('weekday') ?? ''} ${quantieme} ${p.get('month') ?? ''} ${p.get('year') ?? ''}`,
    heure,
  }
}

/** « mardi 17 mars 2026 », à Paris. */
export const jourEntier = (instant: Date): string => lire(instant).jour

/** « mardi 17 mars 2026, 14 h 32 », à Paris. */
export function instantEntier(instant: Date): string {
  const { jour, heure } = lire(instant)
  return `${jour}, ${heure}`
}

/** A limit: the day alone when it lasts until its last minute. */
export function limiteEnMots(instant: Date): string {
  const { jour, heure } = lire(instant)
  return heure === '23\u00a0h\u00a059' ? jour : `${jour}, ${heure}`
}

/** « 14 h 32 ». */
export const heureEnMots = (instant: Date): string => lire(instant).heure
