import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Count } from './part'

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** A runner that ended badly must be seen even when no test of its own failed: no report, a crash, an unhandled error. */
function withExitCode(count: Count, exitCode: number): Count {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 }

export function vitestCount(path: string, exitCode: number): Count {
  const report = vitestSchema.safeParse(read(path))
  if (!report.success) return { ...NOTHING, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data
  // A file that could not even be loaded has failed without a single test.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return withExitCode(
    {
      passed: numPassedTests,
      failed: numFailedTests + unloaded.length,
      skipped: numPendingTests + numTodoTests,
    },
    exitCode,
  )
}

export function playwrightCount(path: string, exitCode: number): Count {
  const report = playwrightSchema.safeParse(read(path))
  if (!report.success) return { ...NOTHING, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.data.stats
  return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, exitCode)
}
