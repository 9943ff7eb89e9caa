import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure, saysDiskFull } from './failure.mjs'
import { stopRequested, throwIfStopRequested } from './stop-request'

type Tool = {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly logFile: string
  readonly what: string
}

function keep(logFile: string, output: string): string {
  try {
    mkdirSync(join(logFile, '..'), { recursive: true })
    writeFileSync(logFile, output)
    return logFile
  } catch {
    // A full disk is the likely cause of both failures: show what could not be kept.
    process.stderr.write(`\n${output}\n`)
    return 'la sortie ci-dessus'
  }
}

/** Runs a Node tool silently; when it fails, its output is kept and one line says where. */
export async function runTool(tool: Tool): Promise<void> {
  const child = spawn(process.execPath, tool.args, {
    cwd: tool.cwd,
    env: tool.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk
  })
  void stopRequested.then(() => child.kill('SIGTERM'))
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status ?? 1))
  })
  throwIfStopRequested()
  if (code === 0) return
  if (saysDiskFull(output)) {
    throw new StartFailure(
      `Disque plein pendant ${tool.what} : libérez de la place dans ${tool.cwd} puis relancez.`,
    )
  }
  if (/EACCES|EROFS/.test(output)) {
    throw new StartFailure(
      `Le dossier ${tool.cwd} n'est pas accessible en écriture (${tool.what}) : corrigez ses droits puis relancez.`,
    )
  }
  throw new StartFailure(
    `Échec de ${tool.what} : lisez ${keep(tool.logFile, output)}, corrigez puis relancez.`,
  )
}
