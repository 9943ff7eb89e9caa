import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from './failure.mjs'

function isLauncher(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync(commandLine)
    ? readFileSync(commandLine, 'utf8').includes('start.mjs')
    : !existsSync('/proc/self')
}

/** The process that serves from this data folder, if it lives. */
export function runningInstance(directory: string): number | null {
  const path = join(directory, 'instance.pid')
  if (!existsSync(path)) return null
  const pid = Number(readFileSync(path, 'utf8'))
  return pid !== process.pid && isLauncher(pid) ? pid : null
}

/** One `npm start` per data folder: two would build and stop things under each other. Returns the release. */
export function claimInstance(directory: string): () => void {
  const path = join(directory, 'instance.pid')
  mkdirSync(directory, { recursive: true })
  const other = runningInstance(directory)
  if (other !== null) {
    throw new StartFailure(
      `Le portail tourne déjà dans ce dossier (processus ${other}) : arrêtez-le (Ctrl-C, ou kill ${other}) avant de le relancer.`,
    )
  }
  rmSync(path, { force: true })
  writeFileSync(path, `${process.pid}\n`, { flag: 'wx' })
  return () => rmSync(path, { force: true })
}
