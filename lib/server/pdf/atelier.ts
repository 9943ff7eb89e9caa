import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** Why a paper did not become a PDF. `REFUS` is the paper's fault and will happen again; the others may not. */
export type RaisonDEchec = 'REFUS' | 'DELAI' | 'ARRET'

export class ErreurDeRendu extends Error {
  override readonly name = 'ErreurDeRendu'
  constructor(
    readonly raison: RaisonDEchec,
    message: string,
  ) {
    super(message)
  }
}

export interface ReglagesAtelier {
  readonly enfants: number
  /** A child is replaced after so many documents, or past so many bytes of memory. */
  readonly documentsParEnfant: number
  readonly octetsParEnfant: number
  readonly delaiMs: number
  /** An idle child goes away, and gives its memory back. */
  readonly oisifMs: number
  /** Program of the child, from the working directory. */
  readonly programme: string
}

const REGLAGES: ReglagesAtelier = {
  enfants: 2,
  documentsParEnfant: 500,
  octetsParEnfant: 600 * 1024 * 1024,
  delaiMs: 30_000,
  oisifMs: 60_000,
  programme: 'lib/server/pdf/enfant.mjs',
}

interface Travail {
  readonly donnees: string
  readonly rendre: (pdf: Buffer) => void
  readonly echouer: (erreur: ErreurDeRendu) => void
}

interface Reponse {
  readonly pdf?: Uint8Array
  readonly erreur?: string
  readonly memoire?: number
}

interface Enfant {
  readonly processus: ChildProcess
  faits: number
  memoire: number
  travail: Travail | null
  minuterie: NodeJS.Timeout | null
}

/**
 * The children that render, and the papers that wait for one. A child renders one paper at a time; it is started when there is work,
 * never keeps the process alive, and a paper that kills it takes nobody else down.
 */
export class Atelier {
  readonly #reglages: ReglagesAtelier
  readonly #attente: Travail[] = []
  readonly #enfants = new Set<Enfant>()
  #plusGrand = 0

  constructor(reglages: Partial<ReglagesAtelier> = {}) {
    this.#reglages = { ...REGLAGES, ...reglages }
  }

  rendre(donnees: string): Promise<Buffer> {
    return new Promise((rendre, echouer) => {
      this.#attente.push({ donnees, rendre, echouer })
      this.#distribuer()
    })
  }

  /** Highest memory seen in a child, in bytes. */
  get memoireMaximale(): number {
    return this.#plusGrand
  }

  get pids(): readonly number[] {
    return [...this.#enfants].flatMap(({ processus }) => processus.pid ?? [])
  }

  /** Ends the idle children; papers under way are finished first. */
  fermer(): void {
    for (const enfant of this.#enfants) if (enfant.travail === null) this.#congedier(enfant)
  }

  #distribuer(): void {
    while (this.#attente.length > 0) {
      const libre = [...this.#enfants].find(({ travail }) => travail === null) ?? this.#embaucher()
      const travail = libre === null ? undefined : this.#attente.shift()
      if (libre === null || travail === undefined) return
      this.#confier(libre, travail)
    }
  }

  #embaucher(): Enfant | null {
    if (this.#enfants.size >= this.#reglages.enfants) return null
    // No variable of ours goes to the child: it needs no secret. Its standard error is for a crash of the compiler itself.
    const processus = spawn(
      process.execPath,
      ['--max-old-space-size=256', join(process.cwd(), this.#reglages.programme)],
      {
        env: { NODE_ENV: 'production' },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        serialization: 'advanced',
      },
    )
    const enfant: Enfant = { processus, faits: 0, memoire: 0, travail: null, minuterie: null }
    this.#enfants.add(enfant)
    processus.on('message', (reponse: Reponse) => this.#recevoir(enfant, reponse))
    processus.on('error', (erreur) => this.#perdre(enfant, `ne démarre pas : ${erreur.message}`))
    processus.on('exit', (code, signal) => this.#perdre(enfant, `s’est arrêté (${signal ?? `code ${code}`})`))
    return enfant
  }

  #confier(enfant: Enfant, travail: Travail): void {
    if (enfant.minuterie !== null) clearTimeout(enfant.minuterie)
    enfant.travail = travail
    enfant.processus.ref()
    enfant.processus.channel?.ref()
    enfant.minuterie = setTimeout(() => {
      this.#achever(
        enfant,
        new ErreurDeRendu('DELAI', `rendu de plus de ${this.#reglages.delaiMs} ms : abandonné`),
      )
    }, this.#reglages.delaiMs)
    enfant.processus.send({ donnees: travail.donnees }, (erreur) => {
      if (erreur !== null) this.#perdre(enfant, `ne répond plus : ${erreur.message}`)
    })
  }

  #recevoir(enfant: Enfant, { pdf, erreur, memoire }: Reponse): void {
    const travail = this.#liberer(enfant)
    enfant.faits += 1
    enfant.memoire = memoire ?? 0
    this.#plusGrand = Math.max(this.#plusGrand, enfant.memoire)
    const { documentsParEnfant, octetsParEnfant, oisifMs } = this.#reglages
    if (enfant.faits >= documentsParEnfant || enfant.memoire > octetsParEnfant) this.#congedier(enfant)
    else {
      enfant.minuterie = setTimeout(() => this.#congedier(enfant), oisifMs).unref()
    }
    this.#distribuer()
    if (pdf !== undefined) travail?.rendre(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
    else travail?.echouer(new ErreurDeRendu('REFUS', erreur ?? 'le compilateur n’a rien rendu'))
  }

  #liberer(enfant: Enfant): Travail | null {
    const { travail } = enfant
    enfant.travail = null
    if (enfant.minuterie !== null) clearTimeout(enfant.minuterie)
    enfant.minuterie = null
    enfant.processus.unref()
    enfant.processus.channel?.unref()
    return travail
  }

  /** It is forgotten at once, and leaves when it sees its channel closed. */
  #congedier(enfant: Enfant): void {
    this.#enfants.delete(enfant)
    if (enfant.minuterie !== null) clearTimeout(enfant.minuterie)
    if (enfant.processus.connected) enfant.processus.disconnect()
  }

  #perdre(enfant: Enfant, comment: string): void {
    if (!this.#enfants.has(enfant)) return
    this.#achever(enfant, new ErreurDeRendu('ARRET', `le processus de rendu ${comment}`))
  }

  #achever(enfant: Enfant, erreur: ErreurDeRendu): void {
    const travail = this.#liberer(enfant)
    this.#enfants.delete(enfant)
    enfant.processus.kill('SIGKILL')
    travail?.echouer(erreur)
    this.#distribuer()
  }
}
