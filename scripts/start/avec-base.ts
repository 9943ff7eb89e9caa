import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { dataDirectory, openBase } from '../database/base'
import { prepareDatabase } from '../database/prepare'
import { applicationEnvironment } from './application-environment'
import { demonstrationEnvironment } from './demonstration'
import { readSettings } from './environnement'
import { StartFailure } from './failure.mjs'
import { generatePrismaClient } from './prisma-client'

/**
 * Runs a script as a process of the product: same database, same secrets, same rights. The embedded server is joined if npm start
 * runs, else started, and stopped if nobody else uses it. Returns the script's exit code.
 */
export async function runWithBase(
  root: string,
  script: string,
  args: readonly string[],
  options: { readonly owner: boolean; readonly empty: boolean },
): Promise<number> {
  if (!existsSync(script))
    throw new StartFailure(`${relative(root, script)} n'existe pas dans cette version.`)
  const settings = readSettings(process.env)
  await generatePrismaClient(root, join(dataDirectory(root), 'journaux'))
  const base = await openBase(root)
  try {
    if (!options.empty) await prepareDatabase(root, base)
    const env = {
      ...(options.empty ? {} : await demonstrationEnvironment(root, base)),
      ...applicationEnvironment(root, settings, base),
      ...(options.owner && base.ownerUrl ? { DATABASE_OWNER_URL: base.ownerUrl } : {}),
    }
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'inherit', env })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    await base.close()
  }
}
