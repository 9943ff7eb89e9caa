import { spawn } from 'node:child_process'
import { stopRequested } from '../start/stop-request'

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const PASSED: Count = { passed: 1, failed: 0, skipped: 0 }
export const FAILED: Count = { passed: 0, failed: 1, skipped: 0 }

/** A piece of npm test: what runs, and what it counts for. */
export type Part = { readonly name: string; readonly run: () => Promise<Count> }

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((total, { passed, failed, skipped }) => ({
    passed: total.passed + passed,
    failed: total.failed + failed,
    skipped: total.skipped + skipped,
  }))
}

/** A Node tool with its output on the screen; its exit code. */
export function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    void stopRequested.then(() => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** A static check counts for one. */
export async function check(...commands: readonly (readonly string[])[]): Promise<Count> {
  for (const args of commands) {
    if ((await runNode(args)) !== 0) return FAILED
  }
  return PASSED
}
