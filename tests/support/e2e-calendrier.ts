import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { freePort } from '@/scripts/start/ports'

export interface AutreJour {
  readonly baseURL: string
  readonly fermer: () => Promise<void>
}

/** The same base seen on another business day, by a server of its own. Close it: it writes as that day. */
export async function ouvrirAutreJour(jour: string): Promise<AutreJour> {
  const racine = join(import.meta.dirname, '../..')
  const port = await freePort()
  const baseURL = `http://localhost:${port}`
  const serveur = spawn(
    process.execPath,
    [join(racine, 'scripts/avec-base.mjs'), 'tests/support/e2e-autre-jour.ts'],
    {
      cwd: racine,
      stdio: 'inherit',
      env: {
        ...process.env,
        PORT: String(port),
        PORTAIL_TODAY: jour,
        PORTAIL_URL: '',
        PORTAIL_DATA: process.env.PORTAIL_E2E_DATA,
        DATABASE_URL: '',
        SMTP_URL: '',
      },
    },
  )
  const repond = () => fetch(`${baseURL}/api/sante`).then(({ ok }) => ok)
  await expect(async () => expect(await repond()).toBe(true)).toPass({ timeout: 90_000 })
  return { baseURL, fermer: () => arreter(serveur) }
}

async function arreter(serveur: ChildProcess): Promise<void> {
  if (serveur.exitCode !== null) return
  serveur.kill('SIGTERM')
  await once(serveur, 'exit')
}
