import { throwIfStopRequested } from './stop-request'

const STEPS = 8

// Step 1 (the packages) is printed by start.mjs, before TypeScript can be read.
let rank = 1

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
}

/** Runs one step of the start and prints « [3/8] Construction … à jour (0,2 s) ». */
export async function step<T>(
  label: string,
  work: () => Promise<T> | T,
  outcome: (value: T) => string,
): Promise<T> {
  rank += 1
  const since = Date.now()
  process.stdout.write(`[${rank}/${STEPS}] ${label} … `)
  throwIfStopRequested()
  const value = await work()
  process.stdout.write(`${outcome(value)} (${seconds(since)} s)\n`)
  throwIfStopRequested()
  return value
}
