import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './fingerprint'
import { withLock } from './lock'
import { runTool } from './tool'

const SOURCES = ['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json']

const STAMP = 'generated/prisma.empreinte'

/** Generates the client in generated/prisma when the schema changed. */
export async function generatePrismaClient(root: string, logDirectory: string): Promise<'à jour' | 'généré'> {
  if (isUpToDate(root, fingerprint(root, SOURCES))) return 'à jour'
  return withLock(join(root, 'generated/client.pid'), () => generateAlone(root, logDirectory))
}

function isUpToDate(root: string, wanted: string): boolean {
  return readStamp(join(root, STAMP)) === wanted && existsSync(join(root, 'generated/prisma/client.ts'))
}

async function generateAlone(root: string, logDirectory: string): Promise<'à jour' | 'généré'> {
  const wanted = fingerprint(root, SOURCES)
  if (isUpToDate(root, wanted)) return 'à jour'
  await runTool({
    args: [join(root, 'node_modules/prisma/build/index.js'), 'generate'],
    cwd: root,
    env: {
      ...process.env,
      // `generate` never runs the native engine, but without this it downloads one: any existing file will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
    logFile: join(logDirectory, 'prisma-generate.log'),
    what: 'la génération du client de base de données',
  })
  writeStamp(join(root, STAMP), wanted)
  return 'généré'
}
