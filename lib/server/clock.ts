import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { type Moment, moment } from '@/lib/rules/date/moment'
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

const MURALE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** What clocks show in Paris at an instant. */
export const momentParis = (instant: Date): Moment => moment(MURALE.format(instant).replace(' ', 'T'))

/** When clocks in Paris show a moment; the first of the two, the night they go back. */
export function instantParis(m: Moment): Date {
  const essais = [2, 1].map((avance) => new Date(Date.parse(`${m}:00Z`) - avance * 3_600_000))
  const trouve = essais.find((essai) => momentParis(essai) === m)
  if (trouve === undefined) throw new RangeError(`« ${m} » n'existe pas à Paris`)
  return trouve
}
