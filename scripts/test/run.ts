import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataDirectory } from '../database/base'
import { build } from '../start/construction'
import { failureLine } from '../start/failure.mjs'
import { runningInstance } from '../start/instance'
import { generatePrismaClient } from '../start/prisma-client'
import { listenForStop, throwIfStopRequested } from '../start/stop-request'
import { findChromium } from './chromium'
import { ensureTools, PDF_READERS } from './debian'
import { type Count, check, FAILED, PASSED, type Part, runNode, sum } from './part'
import { playwrightCount, vitestCount } from './reports'

function staticParts(root: string): Part[] {
  const bin = (path: string) => join(root, 'node_modules', path)
  const tsc = bin('typescript/bin/tsc')
  return [
    {
      name: "Types de l'application",
      // next-env.d.ts and the types of the routes are not in the repository.
      run: () => check([bin('next/dist/bin/next'), 'typegen'], [tsc, '--noEmit', '-p', 'tsconfig.json']),
    },
    { name: 'Types des règles', run: () => check([tsc, '--noEmit', '-p', 'lib/rules/tsconfig.json']) },
    {
      name: 'Style (Biome)',
      run: () => check([bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']),
    },
    { name: 'Code mort (Knip)', run: () => check([bin('knip/bin/knip.js'), '--no-progress']) },
  ]
}

async function runVitest(root: string, reports: string): Promise<Count> {
  const report = join(reports, 'vitest.json')
  // The other tests run all the same; those of the papers fail, with this sentence.
  const missing = ensureTools(PDF_READERS)
  if (missing !== null) console.error(missing)
  const cli = join(root, 'node_modules/vitest/vitest.mjs')
  const code = await runNode([
    cli,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return vitestCount(report, code)
}

async function runBuild(root: string, reports: string): Promise<Count> {
  const server = runningInstance(dataDirectory(root))
  if (server !== null) console.log(`Attention : npm start (processus ${server}) sert depuis ce dossier.`)
  console.log(await build(root, reports))
  return PASSED
}

async function runPlaywright(root: string, reports: string): Promise<Count> {
  const report = join(reports, 'playwright.json')
  const executable = findChromium(root)
  const code = await runNode(
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    {
      PORTAIL_CHROMIUM: executable,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  )
  return playwrightCount(report, code)
}

/** One part's failure, whatever its kind, leaves the others to run. */
async function runPart({
  name,
  run,
}: Part): Promise<Count & { readonly name: string; readonly seconds: number }> {
  console.log(`\n=== ${name}`)
  const since = Date.now()
  let count: Count
  try {
    count = await run()
  } catch (error) {
    console.error(failureLine(error))
    count = FAILED
  }
  return { name, ...count, seconds: (Date.now() - since) / 1000 }
}

function countLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Runs everything (or the static part alone), prints the summary; the exit code. */
export async function runTests(root: string, args: readonly string[]): Promise<number> {
  listenForStop()
  const reports = join(root, 'reports')
  rmSync(reports, { recursive: true, force: true })
  await generatePrismaClient(root, reports)
  const dynamicParts: Part[] = [
    { name: 'Construction (Next.js)', run: () => runBuild(root, reports) },
    { name: 'Tests (Vitest)', run: () => runVitest(root, reports) },
    { name: 'Navigateur (Playwright)', run: () => runPlaywright(root, reports) },
  ]
  const results = []
  for (const part of [...staticParts(root), ...(args.includes('--statique') ? [] : dynamicParts)]) {
    results.push(await runPart(part))
    throwIfStopRequested()
  }
  console.log('\n=== Résumé')
  for (const { name, seconds, ...count } of results) {
    const verdict = count.failed === 0 ? 'réussi' : 'ÉCHEC '
    console.log(`${verdict}  ${name} : ${countLine(count)} (${Math.round(seconds)} s)`)
  }
  const total = sum(results)
  console.log(countLine(total))
  return total.failed === 0 ? 0 : 1
}
