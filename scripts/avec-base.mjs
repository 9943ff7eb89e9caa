// npm run worker, import, rules…: a script with the database and the secrets of npm start, which may be running or not.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failureLine } from './start/failure.mjs'
import { checkNode, ensureInstalled } from './start/installation.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  checkNode(process.versions.node)
  const [first, ...rest] = process.argv.slice(2)
  // Tools of the database itself also receive the owner's address.
  const empty = first === '--vierge'
  // npm run restore prepares the database itself, as the backup says.
  const owner = empty || first === '--proprietaire'
  const [script, ...args] = owner ? rest : [first, ...rest]
  const logDirectory = resolve(root, process.env.PORTAIL_DATA || '.data', 'journaux')
  ensureInstalled(root, { dev: false, logDirectory })
  const { register } = await import('tsx/esm/api')
  register()
  const { runWithBase } = await import('./start/avec-base.ts')
  // The queues' library keeps timers for a while after it is stopped; nothing is left to wait for.
  process.exit(await runWithBase(root, resolve(root, script), args, { owner, empty }))
} catch (error) {
  process.stderr.write(`${failureLine(error)}\n`)
  process.exitCode = 1
}
