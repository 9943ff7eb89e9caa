// npm test: everything from a bare clone to the count. Node built-ins only until the packages are there.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failureLine } from './start/failure.mjs'
import { checkNode, ensureInstalled } from './start/installation.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  checkNode(process.versions.node)
  process.chdir(root)
  ensureInstalled(root, { dev: true, logDirectory: join(root, 'reports') })
  const { register } = await import('tsx/esm/api')
  register()
  const { runTests } = await import('./test/run.ts')
  process.exitCode = await runTests(root, process.argv.slice(2))
} catch (error) {
  process.stderr.write(`\n${failureLine(error)}\n`)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
