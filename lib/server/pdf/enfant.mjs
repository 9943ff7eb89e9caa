// The process that compiles papers to PDF/UA. Its memory grows with every document, and a document may exhaust it: it lives apart,
// and its parent (atelier.ts) replaces it. Plain JavaScript, so that it runs alike under tsx, next start and vitest.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const FACES = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']
const EVICT_EVERY = 5
const KEEP_FOR = 2

const require = createRequire(import.meta.url)
const packageDirectory = dirname(
  require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'),
)
const fonts = FACES.map((face) =>
  readFileSync(join(packageDirectory, face, `AtkinsonHyperlegibleNext_${face}.ttf`)),
)

/** Code points of the first font, from its `cmap` table (formats 4 and 12), as ranges. */
function coverage(font) {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + 16 * i
    if (font.toString('latin1', record, record + 4) === 'cmap')
      return cmapRanges(font, font.readUInt32BE(record + 8))
  }
  throw new Error('police sans table cmap')
}

function cmapRanges(font, cmap) {
  const ranges = []
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    if (font.readUInt16BE(at) !== 4) continue
    const segments = font.readUInt16BE(at + 6) / 2
    for (let k = 0; k < segments; k += 1) {
      const [end, start] = [
        font.readUInt16BE(at + 14 + 2 * k),
        font.readUInt16BE(at + 16 + 2 * (segments + k)),
      ]
      if (start !== 0xffff) ranges.push([start, end])
    }
  }
  return ranges
}

const hex = (code) => `\\u{${code.toString(16)}}`
const covered = `[\\n${coverage(fonts[0])
  .map(([start, end]) => (start === end ? hex(start) : `${hex(start)}-${hex(end)}`))
  .join('')}\\u{200b}]`

const compiler = NodeCompiler.create({
  workspace: join(dirname(fileURLToPath(import.meta.url)), 'gabarits'),
  fontArgs: [{ fontBlobs: fonts }],
})
let rendered = 0

function render(data) {
  const result = compiler.compile({
    mainFilePath: join(dirname(fileURLToPath(import.meta.url)), 'gabarits', 'papier.typ'),
    inputs: { data, covered },
  })
  if (result.hasError()) throw new Error(JSON.stringify(compiler.fetchDiagnostics(result.takeDiagnostics())))
  const pdf = compiler.pdf(result.result, { pdfStandard: 'ua-1' })
  rendered += 1
  if (rendered % EVICT_EVERY === 0) compiler.evictCache(KEEP_FOR)
  return pdf
}

process.on('message', ({ donnees }) => {
  let answer
  try {
    answer = { pdf: render(donnees), memoire: process.memoryUsage.rss() }
  } catch (error) {
    answer = { erreur: error instanceof Error ? error.message : String(error) }
  }
  process.send(answer)
})
process.on('disconnect', () => process.exit(0))
