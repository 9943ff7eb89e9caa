import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

// The product as its user starts it, on a free port, with an embedded database that goes away at the end.
const directory = process.env.PORTAIL_E2E_DATA ?? ''
const server = spawn(process.execPath, ['scripts/start.mjs'], {
  cwd: join(import.meta.dirname, '../..'),
  stdio: 'inherit',
  env: {
    ...process.env,
    PORT: process.env.PORTAIL_E2E_PORT,
    PORTAIL_URL: '',
    PORTAIL_DATA: directory,
    DATABASE_URL: '',
    DATABASE_OWNER_URL: '',
    SMTP_URL: '',
  },
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', (code) => {
  rmSync(directory, { recursive: true, force: true })
  process.exit(code ?? 1)
})
