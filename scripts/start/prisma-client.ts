import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './fingerprint'
import { runTool } from './tool'

const SOURCES = ['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json']

/** Generates the client in generated/prisma when the schema changed. */
export async function generatePrismaClient(root: string, logDirectory: string): Promise<'à jour' | 'généré'> {
  const stamp = join(root, 'generated/prisma.empreinte')
  const wanted = fingerprint(root, SOURCES)
  if (readStamp(stamp) === wanted && existsSync(join(root, 'generated/prisma/client.ts'))) return 'à jour'
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
  writeStamp(stamp, wanted)
  return 'généré'
}
