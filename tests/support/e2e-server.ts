import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CLIENT, demarrerFournisseur } from './fournisseur-certifie'

// The product as its user starts it, on a free port, with an embedded database that goes away at the end.
const directory = process.env.PORTAIL_E2E_DATA ?? ''
const portail = `http://localhost:${process.env.PORTAIL_E2E_PORT}`
const fournisseur = await demarrerFournisseur({ portail, id: 'essai', personnes: {} })
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
    PORTAIL_FOURNISSEURS: JSON.stringify([
      {
        id: 'essai',
        libelle: 'Identité d’essai',
        public: 'ADHERENTS',
        emetteur: fournisseur.emetteur,
        clientId: CLIENT.id,
        clientSecret: CLIENT.secret,
        acr: ['eidas2'],
        deconnexion: true,
        reseauPrive: true,
      },
    ]),
  },
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', (code) => {
  rmSync(directory, { recursive: true, force: true })
  process.exit(code ?? 1)
})
