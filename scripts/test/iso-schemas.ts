import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { StartFailure } from '../start/failure.mjs'
import { ensureTools, XML_READER } from './debian'

// The XSDs are not ours to carry: they come out of two Debian packages, which are downloaded and opened, not installed.
const SOURCES = [
  {
    package: 'tryton-modules-account-payment-sepa',
    file: 'usr/lib/python3/dist-packages/trytond/modules/account_payment_sepa/tests',
    schemas: ['pain.001.001.03', 'pain.008.001.02', 'camt.054.001.02', 'camt.054.001.04'],
  },
  {
    package: 'libhbci4j-core-java',
    file: 'usr/share/java/hbci4j-core.jar',
    schemas: ['pain.001.001.09', 'pain.008.001.08', 'pain.002.001.10', 'camt.052.001.08'],
  },
] as const

const MISSING =
  'Schémas ISO 20022 introuvables : il faut apt-get (Debian 12) et le réseau, pour `apt-get download ' +
  'tryton-modules-account-payment-sepa libhbci4j-core-java` ; ou placez les XSD pain.001.001.03/.09, pain.008.001.02/.08, ' +
  'pain.002.001.10, camt.052.001.08, camt.054.001.02/.04 dans .cache/iso20022/.'

function run(program: string, args: readonly string[], cwd: string): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { cwd, env, stdio: 'ignore', timeout: 180_000 }).status === 0
}

function download(work: string): boolean {
  const args = ['download', '-q', ...SOURCES.map((source) => source.package)]
  if (run('apt-get', args, work)) return true
  // The lists of packages may be absent (a fresh container); only root brings them.
  return run('apt-get', ['update', '-q'], work) && run('apt-get', args, work)
}

function extract(work: string, into: string): void {
  for (const deb of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
    if (!run('dpkg', ['-x', deb, 'x'], work)) throw new StartFailure(MISSING)
  }
  for (const { file, schemas } of SOURCES) {
    const path = join(work, 'x', file)
    const archive = path.endsWith('.jar') ? unzipSync(readFileSync(path)) : null
    for (const schema of schemas) {
      const content = archive === null ? readFileSync(join(path, `${schema}.xsd`)) : archive[`${schema}.xsd`]
      if (content === undefined) throw new StartFailure(MISSING)
      writeFileSync(join(into, `${schema}.xsd`), content)
    }
  }
}

/** Folder of the ISO 20022 XSDs, brought once. @throws {StartFailure} saying what to install */
export function isoSchemas(root: string): string {
  const directory = join(root, '.cache/iso20022')
  const wanted = SOURCES.flatMap((source) => source.schemas.map((schema) => `${schema}.xsd`))
  if (wanted.every((name) => existsSync(join(directory, name)))) return directory
  const work = mkdtempSync(join(tmpdir(), 'iso20022-'))
  try {
    // apt downloads as its own user.
    chmodSync(work, 0o777)
    if (!download(work)) throw new StartFailure(MISSING)
    const ready = join(work, 'ready')
    mkdirSync(ready)
    extract(work, ready)
    mkdirSync(directory, { recursive: true })
    for (const name of wanted) renameOrCopy(join(ready, name), join(directory, name))
    return directory
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Whole or absent, even when the two folders are on two disks and another test looks. */
function renameOrCopy(from: string, to: string): void {
  const beside = `${to}.${process.pid}`
  writeFileSync(beside, readFileSync(from))
  renameSync(beside, to)
}

/** xmllint. @throws {StartFailure} saying what to install */
export function findXmllint(): string {
  const missing = ensureTools([XML_READER])
  if (missing !== null) throw new StartFailure(missing)
  return XML_READER.program
}
