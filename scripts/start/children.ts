import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

const STOP_WITHIN_MS = 10_000
const STEADY_AFTER_MS = 60_000

export type ChildPlan = {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Lines of its output that only repeat what the start prints itself. */
  readonly banner: RegExp
}

/** A child kept running: started again, after growing waits, when it ends without being asked to. */
export class Child {
  readonly #plan: ChildPlan
  #process: ChildProcess | null = null
  #stopping = false
  #failures = 0
  #held: string[] | null = []
  readonly firstExit: Promise<number>
  #tellFirstExit: (code: number) => void = () => undefined

  constructor(plan: ChildPlan) {
    this.#plan = plan
    this.firstExit = new Promise((resolve) => {
      this.#tellFirstExit = resolve
    })
  }

  start(): void {
    const since = Date.now()
    // Its own process group: a Ctrl-C reaches us alone, and we stop things in order. The IPC channel is how it
    // learns that we were killed (follow-parent.mjs).
    const child = spawn(process.execPath, this.#plan.args, {
      cwd: this.#plan.cwd,
      env: this.#plan.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    this.#process = child
    if (child.stdout) createInterface(child.stdout).on('line', (line) => this.#show(line))
    child.on('exit', (code) => {
      this.#process = null
      this.#tellFirstExit(code ?? 1)
      if (!this.#stopping) void this.#restart(Date.now() - since)
    })
  }

  #show(line: string): void {
    if (this.#held) this.#held.push(line)
    else console.log(line)
  }

  /** Until then its output waits, so as not to break the numbered lines of the start. */
  release(options: { readonly banner: boolean }): void {
    const held = this.#held ?? []
    this.#held = null
    for (const line of held) if (options.banner || !this.#plan.banner.test(line)) console.log(line)
  }

  async #restart(lasted: number): Promise<void> {
    this.#failures = lasted > STEADY_AFTER_MS ? 1 : this.#failures + 1
    const delay = Math.min(2 ** (this.#failures - 1), 30)
    console.error(`Le processus « ${this.#plan.name} » s'est arrêté : il est relancé dans ${delay} s.`)
    await wait(delay * 1000, undefined, { ref: false })
    if (!this.#stopping) this.start()
  }

  /** SIGTERM, then SIGKILL for what has not ended in time. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#process
    if (!child) return
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
    })
    child.kill('SIGTERM')
    const killer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
    await ended
    clearTimeout(killer)
  }
}
