import { expect, test } from 'vitest'
import { JOBS } from '@/scripts/worker/jobs'

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: 'numeric',
  minute: 'numeric',
})

/** Minute, hour and day in Paris. */
function aParis(instant: Date): { minute: number; heure: number; jour: string } {
  const p = Object.fromEntries(PARIS.formatToParts(instant).map(({ type, value }) => [type, value]))
  return { minute: Number(p.minute), heure: Number(p.hour), jour: `${p.year}-${p.month}-${p.day}` }
}

/** « 40 5 * * * »: what the jobs of a day are written as. */
const quotidiennes = JOBS.flatMap(({ queue, schedule }) => {
  const m = /^(\d+) (\d+) \* \* \*$/.exec(schedule ?? '')
  return m === null ? [] : [{ queue, minute: Number(m[1]), heure: Number(m[2]) }]
})

test.each([
  ['passage à l’heure d’été', '2026-03-28T00:00:00Z', ['2026-03-28', '2026-03-29', '2026-03-30']],
  ['passage à l’heure d’hiver', '2026-10-24T00:00:00Z', ['2026-10-24', '2026-10-25', '2026-10-26']],
])('au %s, chaque tâche du jour passe une fois par jour', (_nom, debut, jours) => {
  expect(quotidiennes.length).toBeGreaterThanOrEqual(3)
  for (const { queue, minute, heure } of quotidiennes) {
    const passages: string[] = []
    for (let t = Date.parse(debut) - 4 * 3_600_000; t < Date.parse(debut) + 4 * 86_400_000; t += 60_000) {
      const ici = aParis(new Date(t))
      if (ici.minute === minute && ici.heure === heure) passages.push(ici.jour)
    }
    expect([queue, passages.filter((jour) => jours.includes(jour))]).toEqual([queue, jours])
  }
})

test('les autres tâches passent à toute heure : une fois de plus n’y change rien', () => {
  const autres = JOBS.flatMap(({ schedule }) =>
    schedule === undefined || /^\d+ \d+ /.test(schedule) ? [] : [schedule],
  )
  expect(autres.filter((s) => !/^\*(\/\d+)? \* \* \* \*$/.test(s))).toEqual([])
})
