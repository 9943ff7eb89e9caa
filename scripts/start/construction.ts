import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './fingerprint'
import { withLock } from './lock'
import { runTool } from './tool'

const STAMP = '.next/empreinte'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'generated/prisma.empreinte',
  'instrumentation.ts',
  'next.config.ts',
  'organisme.json',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma/demonstration',
  'proxy.ts',
  'tsconfig.json',
]

/** `next build` when a source changed since the last one. */
export async function build(root: string, logDirectory: string): Promise<'à jour' | 'faite'> {
  if (isUpToDate(root, fingerprint(root, SOURCES))) return 'à jour'
  return withLock(join(root, 'generated/construction.pid'), () => buildAlone(root, logDirectory))
}

function isUpToDate(root: string, wanted: string): boolean {
  return readStamp(join(root, STAMP)) === wanted && existsSync(join(root, '.next/BUILD_ID'))
}

async function buildAlone(root: string, logDirectory: string): Promise<'à jour' | 'faite'> {
  const wanted = fingerprint(root, SOURCES)
  if (isUpToDate(root, wanted)) return 'à jour'
  rmSync(join(root, STAMP), { force: true })
  await runTool({
    args: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    logFile: join(logDirectory, 'next-build.log'),
    what: "la construction de l'application",
  })
  writeStamp(join(root, STAMP), wanted)
  return 'faite'
}
