import { ajouterJours, type DateCivile, dateCivile, jourDeSemaine } from '../../lib/rules/date/date-civile'

/** The fixed day of the demonstration: what `PORTAIL_TODAY` says when the demonstration is served. */
export const JOUR_DEMONSTRATION = dateCivile('2026-03-17')
/** First day of care of the twenty-four months. */
export const DEBUT = dateCivile('2024-03-18')

const PREMIER_FICHIER = dateCivile('2024-04-01')
const NOMBRE_FICHIERS = 52

/** Mondays, one every fortnight, the last one on the eve of the demonstration day. */
export const JOURS_DE_FICHIER: readonly DateCivile[] = Array.from({ length: NOMBRE_FICHIERS }, (_, i) =>
  ajouterJours(PREMIER_FICHIER, 14 * i),
)

const FERIES = new Set([
  ...['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].flatMap((jour) =>
    ['2024', '2025', '2026'].map((an) => `${an}-${jour}`),
  ),
  ...['2024-04-01', '2024-05-09', '2024-05-20', '2025-04-21', '2025-05-29', '2025-06-09'],
])

/** The day itself, or the next one that is neither a Sunday nor a public holiday. */
export function jourOuvert(jour: DateCivile): DateCivile {
  let d = jour
  while (jourDeSemaine(d) === 7 || FERIES.has(d)) d = ajouterJours(d, 1)
  return d
}

function dernierDimanche(mois: string): string {
  let d = dateCivile(`${mois}-31`)
  while (jourDeSemaine(d) !== 7) d = ajouterJours(d, -1)
  return d
}

/** Six in the morning in Paris, with the offset of the day. */
export function sixHeuresAParis(jour: DateCivile): string {
  const an = jour.slice(0, 4)
  const ete = jour >= dernierDimanche(`${an}-03`) && jour < dernierDimanche(`${an}-10`)
  return `${jour}T06:00:00+0${ete ? 2 : 1}:00`
}
