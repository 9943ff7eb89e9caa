import { spawn } from 'node:child_process'
import { join } from 'node:path'

// The web server of the product, on the base of the tests, another business day: run by scripts/avec-base.mjs, which gives it its environment.
const racine = join(import.meta.dirname, '../..')
const serveur = spawn(
  process.execPath,
  [
    '--import',
    join(racine, 'scripts/start/socket-address.mjs'),
    join(racine, 'node_modules/next/dist/bin/next'),
    'start',
    '-p',
    process.env.PORT ?? '',
  ],
  { cwd: racine, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => serveur.kill('SIGTERM'))
serveur.on('exit', (code) => process.exit(code ?? 1))
