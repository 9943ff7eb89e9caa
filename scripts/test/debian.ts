import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

/** A program the tests need, and the Debian package it comes in. */
export interface DebianTool {
  readonly program: string
  readonly package: string
}

/** The foreign eyes that read our PDFs back. */
export const PDF_READERS: readonly DebianTool[] = [
  { program: 'pdfinfo', package: 'poppler-utils' },
  { program: 'qpdf', package: 'qpdf' },
  { program: 'zbarimg', package: 'zbar-tools' },
]

/** The second opinion on an XML file. */
export const XML_READER: DebianTool = { program: 'xmllint', package: 'libxml2-utils' }

function installed(program: string): boolean {
  return (process.env.PATH ?? '').split(':').some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK)
      return directory !== ''
    } catch {
      return false
    }
  })
}

export const missingTools = (tools: readonly DebianTool[]): readonly DebianTool[] =>
  tools.filter(({ program }) => !installed(program))

export function run(program: string, args: readonly string[]): void {
  console.log(`> ${program} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
}

/** Tries Debian's packages; what came of it is for the caller to see. Only root may, and only where there is apt. */
export function installDebianPackages(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !installed('apt-get')) return
  run('apt-get', ['update', '-q'])
  // Two files of tests may ask at once: the second waits for the first.
  const waiting = ['-o', 'DPkg::Lock::Timeout=120']
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...waiting, ...packages])
}

export const howToInstall = (tools: readonly DebianTool[]): string =>
  `Il manque ${tools.map((tool) => tool.program).join(', ')} : apt-get install ${tools.map((tool) => tool.package).join(' ')}`

/** Installs what is missing; the sentence to say if something still is, null otherwise. */
export function ensureTools(tools: readonly DebianTool[]): string | null {
  const missing = missingTools(tools)
  if (missing.length === 0) return null
  installDebianPackages(missing.map((tool) => tool.package))
  const still = missingTools(tools)
  return still.length === 0 ? null : howToInstall(still)
}
