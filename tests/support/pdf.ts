import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTools, PDF_READERS } from '@/scripts/test/debian'

/** What programs nobody here wrote see in a PDF: poppler, qpdf, zbar. */
export interface PdfLu {
  /** `pdfinfo`: Tagged, Title, Pages… */
  readonly infos: Readonly<Record<string, string>>
  /** `pdftotext -layout`, no-break spaces and all. */
  readonly texte: string
  /** `pdfinfo -struct-text`: roles with their text, indented. */
  readonly structure: string
  /** Every object, streams readable: `qpdf --qdf`. */
  readonly objets: string
  /** `qpdf --check`: its exit code, and what it says. */
  readonly controle: { readonly code: number | null; readonly dit: string }
  /** Fonts, one a line: `pdffonts`. */
  readonly polices: readonly string[]
}

const outil = (programme: string, args: readonly string[]): string =>
  execFileSync(programme, args, {
    encoding: 'utf8',
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

export const lirePdf = (pdf: Buffer): PdfLu =>
  dans(pdf, (fichier) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', fichier], { encoding: 'utf8' })
    return {
      infos: Object.fromEntries(
        outil('pdfinfo', [fichier])
          .split('\n')
          .map((ligne) => {
            const [cle = '', ...reste] = ligne.split(':')
            return [cle, reste.join(':').trim()]
          }),
      ),
      texte: outil('pdftotext', [fichier, '-']),
      structure: outil('pdfinfo', ['-struct-text', fichier]),
      objets: execFileSync('qpdf', ['--qdf', '--object-streams=disable', fichier, '-'], {
        encoding: 'latin1',
        maxBuffer: 1 << 28,
      }),
      controle: { code: status, dit: `${stdout}${stderr}` },
      polices: outil('pdffonts', [fichier]).trim().split('\n').slice(2),
    }
  })

/** The codes of every page, as a scanner reads them off the printed sheet at 200 dpi. */
export const lireCodes = (pdf: Buffer): string[] =>
  dans(pdf, (fichier, dossier) => {
    outil('pdftoppm', ['-r', '200', '-gray', '-png', fichier, join(dossier, 'page')])
    return readdirSync(dossier)
      .filter((nom) => nom.endsWith('.png'))
      .flatMap((nom) => {
        const { stdout } = spawnSync('zbarimg', ['-q', '--raw', join(dossier, nom)], { encoding: 'utf8' })
        return stdout.split('\n').filter((ligne) => ligne !== '')
      })
  })

/** A text without its cuts, so that a sentence is found whatever line it broke on. */
export const serrer = (texte: string): string => texte.replace(/[\s\u00a0\u202f\u200b]+/g, '')
