import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { env } from './env'

/** The real instant: sessions, tokens, journal, throttling. Never moved by a demonstration. */
export const maintenant = (): Date => new Date()

/** The business day in Europe/Paris, or the fixed day of a demonstration or test (PORTAIL_TODAY). */
export function aujourdhui(): DateCivile {
  return dateCivile(env().PORTAIL_TODAY ?? jourParis(maintenant()), 'PORTAIL_TODAY')
}

/** The time of now on the business day: the date that a file for a bank bears. */
export const instantMetier = (): Date => new Date(`${aujourdhui()}${maintenant().toISOString().slice(10)}`)

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

export const jourParis = (instant: Date): DateCivile => dateCivile(PARIS.format(instant), 'instant')
