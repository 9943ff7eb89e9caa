import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import { courrielDocumentDisponible } from '@/lib/lexique/courriels/documents'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '@/lib/services/courriel/mutations'
import { lignes } from './comptes'
import { baseDeTest } from './database'
import { type Conduite, type Recu, ServeurSmtp } from './serveur-smtp'

interface Rafale {
  readonly courriels: number
  /** Times the worker is killed -9, after so many mails answered 250. */
  readonly arrets: number
}

export interface Bilan {
  readonly recus: readonly Recu[]
  readonly arrets: number
  readonly etats: readonly { readonly etat: string; readonly n: number }[]
}

/** One mail in five meets a server that refuses, cuts or is silent; the same ones every time. */
const HUMEURS: readonly Conduite[] = ['REPORTE_RCPT_451', 'COUPE', 'REPORTE_DATA_452', 'SE_TAIT']
function humeur(vus: Map<string, number>, a: string): Conduite {
  const numero = Number(/\d+/.exec(a)?.[0] ?? 0)
  const fois = vus.get(a) ?? 0
  // Twice: at RCPT and at DATA it is asked about the same mail.
  if (numero % 5 !== 0 || fois >= 2) return 'ACCEPTE'
  vus.set(a, fois + 1)
  // Silence costs its time-out: one in a hundred.
  return HUMEURS[numero % 100 === 0 ? 3 : numero % 3] ?? 'COUPE'
}

function travailleur(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], { env, stdio: 'ignore' })
}

/** The clock of the queue, moved on: what waits for later is due, what a dead worker held is given back. */
async function avancerLHorloge(boss: PgBoss, mort: boolean): Promise<void> {
  if (mort)
    await lignes(
      "UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE name = 'courriel' AND state = 'active'",
    )
  await boss.maintain()
  await lignes("UPDATE pgboss.job SET start_after = now() WHERE name = 'courriel' AND state = 'retry'")
}

/** mails sent by the real worker, killed and started again, to a server of bad faith. Ends when no mail waits. */
export async function rafaler({ courriels, arrets }: Rafale): Promise<Bilan> {
  const serveur = new ServeurSmtp()
  const port = await serveur.ecouter()
  const vus = new Map<string, number>()
  serveur.conduite = (a) => humeur(vus, a)
  const { urlApplication } = await baseDeTest()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    SMTP_URL: `smtp://127.0.0.1:${port}?socketTimeout=500`,
  }
  const boss = new PgBoss({
    connectionString: urlApplication,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  const modele = courrielDocumentDisponible('https://portail.example/adherent', signature())
  await ecrire(SYSTEME, async (client) => {
    for (let i = 1; i <= courriels; i += 1) await envoyerCourriel(client, `m${i}@exemple.fr`, modele)
  })

  let faits = 0
  let acceptes = 0
  let enfant = travailleur(env)
  serveur.apres = () => {
    acceptes += 1
    if (faits < arrets && acceptes >= ((faits + 1) * courriels) / (arrets + 1)) enfant.kill('SIGKILL')
  }
  try {
    for (;;) {
      const [reste] = await lignes<{ n: number }>(
        "SELECT count(*)::int AS n FROM courriels WHERE etat = 'EN_FILE'",
      )
      if (reste?.n === 0) break
      const mort = enfant.exitCode !== null || enfant.signalCode !== null
      if (mort) faits += 1
      await avancerLHorloge(boss, mort)
      if (mort) enfant = travailleur(env)
      await pause(100)
    }
  } finally {
    enfant.kill('SIGKILL')
    if (enfant.exitCode === null && enfant.signalCode === null) await once(enfant, 'exit')
    await boss.stop({ graceful: false })
    await serveur.fermer()
  }
  const etats = await lignes<{ etat: string; n: number }>(
    'SELECT etat, count(*)::int AS n FROM courriels GROUP BY etat',
  )
  return { recus: serveur.recus, arrets: faits, etats }
}
