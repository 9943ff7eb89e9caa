import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTools, PDF_READERS } from '@/scripts/test/debian'

const outil = (programme: string, args: readonly string[], codage: BufferEncoding = 'utf8'): string =>
  execFileSync(programme, args, {
    encoding: codage,
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

function dans<T>(pdf: Buffer, faire: (fichier: string, dossier: string) => T): T {
  const manque = ensureTools(PDF_READERS)
  if (manque !== null) throw new Error(manque)
  const dossier = mkdtempSync(join(tmpdir(), 'portail-pdf-'))
  try {
    const fichier = join(dossier, 'papier.pdf')
    writeFileSync(fichier, pdf)
    return faire(fichier, dossier)
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}

/** Strings come as « u:… », names as « /… »: a text that says « /JS » is not taken for the key. */
function visiter(valeur: unknown, noter: (cle: string, valeur: unknown) => void): void {
  if (Array.isArray(valeur)) for (const element of valeur) visiter(element, noter)
  else if (typeof valeur === 'object' && valeur !== null) {
    for (const [cle, v] of Object.entries(valeur)) {
      noter(cle, v)
      visiter(v, noter)
    }
  }
}

/** What programs nobody here wrote see in a PDF: poppler and qpdf. Each is asked once, and only if somebody looks. */
export class PdfLu {
  readonly #pdf: Buffer
  readonly #dits = new Map<string, string>()

  constructor(pdf: Buffer) {
    this.#pdf = pdf
  }

  /** In latin1, a byte is a character: objects hold bytes that are no text. */
  #demander(programme: string, args: readonly string[], codage: BufferEncoding = 'utf8'): string {
    const cle = [programme, ...args].join(' ')
    const dit = this.#dits.get(cle)
    if (dit !== undefined) return dit
    const nouveau = dans(this.#pdf, (fichier) =>
      outil(
        programme,
        args.map((arg) => (arg === 'PDF' ? fichier : arg)),
        codage,
      ),
    )
    this.#dits.set(cle, nouveau)
    return nouveau
  }

  /** Tagged, Title, Pages… */
  get infos(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.#demander('pdfinfo', ['PDF'])
        .split('\n')
        .map((ligne) => {
          const [cle = '', ...reste] = ligne.split(':')
          return [cle, reste.join(':').trim()]
        }),
    )
  }

  /** In the order of the content; a form feed ends each page. */
  get texte(): string {
    return this.#demander('pdftotext', ['-raw', 'PDF', '-'])
  }

  /** Roles, indented (with their texts poppler takes a minute on a long relevé). */
  get structure(): string {
    return this.#demander('pdfinfo', ['-struct', 'PDF'])
  }

  /** Every object, streams readable. */
  get objets(): string {
    return this.#demander('qpdf', ['--qdf', '--object-streams=disable', 'PDF', '-'], 'latin1')
  }

  /** Fonts, one a line. */
  get polices(): readonly string[] {
    return this.#demander('pdffonts', ['PDF']).trim().split('\n').slice(2)
  }

  #visiter(noter: (cle: string, valeur: unknown) => void): void {
    visiter(JSON.parse(this.#demander('qpdf', ['--json=2', '--json-key=qpdf', 'PDF'])), noter)
  }

  /** Names of all keys and all name values of all dictionaries (« /JS », « /Launch »). */
  get noms(): ReadonlySet<string> {
    const noms = new Set<string>()
    this.#visiter((cle, valeur) => {
      noms.add(cle)
      if (typeof valeur === 'string' && valeur.startsWith('/')) noms.add(valeur)
    })
    return noms
  }

  /** Values of all /URI keys. */
  get adresses(): readonly string[] {
    const adresses: string[] = []
    this.#visiter((cle, valeur) => {
      if (cle === '/URI') adresses.push(String(valeur).replace(/^u:/, ''))
    })
    return adresses
  }

  /** What `qpdf --check` finds to say; null when it is content. */
  get defaut(): string | null {
    return dans(this.#pdf, (fichier) => {
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', fichier], { encoding: 'utf8' })
      return status === 0 ? null : `${stdout}${stderr}`
    })
  }
}

/** The codes of every page, as a scanner reads them off the printed sheet at 150 dpi. */
export const lireCodes = (pdf: Buffer): string[] =>
  dans(pdf, (fichier, dossier) => {
    outil('pdftoppm', ['-r', '150', '-gray', '-png', fichier, join(dossier, 'page')])
    return readdirSync(dossier)
      .filter((nom) => nom.endsWith('.png'))
      .flatMap((nom) => {
        const { stdout } = spawnSync('zbarimg', ['-q', '--raw', join(dossier, nom)], { encoding: 'utf8' })
        return stdout.split('\n').filter((ligne) => ligne !== '')
      })
  })

/** A text without its cuts, so that a sentence is found whatever line it broke on. */
export const serrer = (texte: string): string => texte.replace(/[\s\u00a0\u202f\u200b]+/g, '')
