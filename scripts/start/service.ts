import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Child } from './children'
import type { Settings } from './environnement'
import { StartFailure } from './failure.mjs'
import { throwIfStopRequested } from './stop-request'

const READY_WITHIN_MS = 90_000
const SERVER_HEAP_MB = 512
const WORKER_HEAP_MB = 256

type ServicePlan = {
  readonly root: string
  readonly dev: boolean
  readonly settings: Settings
  readonly env: NodeJS.ProcessEnv
}

function heap(env: NodeJS.ProcessEnv, megabytes: number): string[] {
  return env.NODE_OPTIONS?.includes('max-old-space-size') ? [] : [`--max-old-space-size=${megabytes}`]
}

function webServer({ root, dev, settings, env }: ServicePlan): Child {
  const follow = join(root, 'scripts/start/follow-parent.mjs')
  const socketAddress = join(root, 'scripts/start/socket-address.mjs')
  const next = join(root, 'node_modules/next/dist/bin/next')
  const address = ['-p', String(settings.port), ...(settings.host ? ['-H', settings.host] : [])]
  const node = dev ? [] : heap(env, SERVER_HEAP_MB)
  return new Child({
    name: 'serveur web',
    args: [...node, '--import', follow, '--import', socketAddress, next, dev ? 'dev' : 'start', ...address],
    cwd: root,
    env: { ...env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    banner: /^\s*$|^▲ Next\.js|^- (Local|Network):|^✓ (Ready|Running next\.config)/,
  })
}

function worker({ root, dev, env }: ServicePlan): Child {
  const follow = join(root, 'scripts/start/follow-parent.mjs')
  return new Child({
    name: 'tâches de fond',
    args: [
      ...heap(env, WORKER_HEAP_MB),
      '--import',
      follow,
      '--import',
      'tsx',
      join(root, 'scripts/worker.ts'),
    ],
    cwd: root,
    env: { ...env, NODE_ENV: dev ? 'development' : 'production' },
    banner: /^$/,
  })
}

function healthUrl({ port, host }: Settings): string {
  const name = !host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/api/sante`
}

async function untilHealthy(url: string): Promise<void> {
  const limit = Date.now() + READY_WITHIN_MS
  for (;;) {
    throwIfStopRequested()
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) })
      if (answer.ok) return
    } catch {
      // Not listening yet.
    }
    if (Date.now() > limit) {
      throw new StartFailure(
        `Le portail ne répond pas à ${url} : lisez les messages ci-dessus, corrigez puis relancez.`,
      )
    }
    await wait(100)
  }
}

/** The web server, then the worker. */
export class Service {
  readonly #web: Child
  readonly #worker: Child
  readonly #url: string

  constructor(plan: ServicePlan) {
    this.#web = webServer(plan)
    this.#worker = worker(plan)
    this.#url = healthUrl(plan.settings)
  }

  /** Resolves when the health route answers. */
  async start(): Promise<void> {
    this.#web.start()
    const stopped = this.#web.firstExit.then(() => {
      throw new StartFailure(
        "Le serveur web s'est arrêté avant de répondre : lisez les messages ci-dessus, corrigez puis relancez.",
      )
    })
    // Once it has answered, an exit is the child's affair, which restarts it.
    stopped.catch(() => undefined)
    try {
      await Promise.race([untilHealthy(this.#url), stopped])
    } catch (error) {
      this.#web.release({ banner: true })
      throw error
    }
  }

  /** Lets the server's output through, once the start has said where it serves; the jobs can begin. */
  show(): void {
    this.#web.release({ banner: false })
    this.#worker.release({ banner: false })
    this.#worker.start()
  }

  async stop(): Promise<void> {
    await Promise.all([this.#web.stop(), this.#worker.stop()])
  }
}
