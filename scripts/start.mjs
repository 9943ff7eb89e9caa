// npm start: everything from a bare clone to the served page. Node built-ins only until the packages are there.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failureLine } from './start/failure.mjs'
import { checkNode, ensureInstalled } from './start/installation.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  checkNode(process.versions.node)
  process.chdir(root)
  process.stdout.write('[1/8] Paquets … ')
  const logDirectory = resolve(root, process.env.PORTAIL_DATA || '.data', 'journaux')
  console.log(ensureInstalled(root, { dev: false, logDirectory }))
  const { register } = await import('tsx/esm/api')
  register()
  const { launch } = await import('./start/launch.ts')
  await launch(root, process.argv.slice(2))
  process.exit(0)
} catch (error) {
  process.stderr.write(`\n${failureLine(error)}\n`)
  process.exit(1)
}
