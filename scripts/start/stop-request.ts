import { existsSync, readFileSync } from 'node:fs'
import { StartFailure } from './failure.mjs'

/** Thrown between two steps of what was asked to stop: nothing is wrong. */
export class Interrupted extends StartFailure {
  constructor() {
    super('Interrompu.')
  }
}

let tell: () => void = () => undefined
let requested = false

/** Resolves when a signal, or the end of the npm that launched us, asks to stop. */
export const stopRequested = new Promise<void>((resolve) => {
  tell = resolve
})

function request(): void {
  requested = true
  tell()
}

/** Our parent and its own: npm runs us through a shell, which outlives a killed npm. */
function launcherChain(): string {
  const stat = `/proc/${process.ppid}/stat`
  // The parent's pid is the second field after the parenthesised name.
  const grandparent = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[1] : ''
  return `${process.ppid} ${grandparent}`
}

export function listenForStop(): void {
  // Not `once`: a Ctrl-C comes twice, from the terminal and from npm, and the second must not kill the clean stop.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request)
  if (!process.env.npm_lifecycle_event) return
  const launchers = launcherChain()
  setInterval(() => {
    if (launcherChain() !== launchers) request()
  }, 500).unref()
}

export function throwIfStopRequested(): void {
  if (requested) throw new Interrupted()
}
