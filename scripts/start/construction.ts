import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './fingerprint'
import { runTool } from './tool'

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
  const stamp = join(root, '.next/empreinte')
  const wanted = fingerprint(root, SOURCES)
  if (readStamp(stamp) === wanted && existsSync(join(root, '.next/BUILD_ID'))) return 'à jour'
  rmSync(stamp, { force: true })
  await runTool({
    args: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    logFile: join(logDirectory, 'next-build.log'),
    what: "la construction de l'application",
  })
  writeStamp(stamp, wanted)
  return 'faite'
}
