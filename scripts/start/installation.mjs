// Runs before anything is installed: Node built-ins only.
import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure, saysDiskFull } from './failure.mjs'

const NODE_FLOOR = [20, 19, 0]

/** @param {string} version */
export function checkNode(version) {
  const found = version.split('.').map(Number)
  for (const [rank, floor] of NODE_FLOOR.entries()) {
    const part = found[rank] ?? 0
    if (part > floor) return
    if (part < floor) {
      throw new StartFailure(
        `Node ${version} est trop ancien : installez Node ${NODE_FLOOR.join('.')} ou plus récent (https://nodejs.org).`,
      )
    }
  }
}

/** @param {string} path @returns {{ packages?: Record<string, Record<string, unknown>> } | null} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

// npm writes what it really installed in node_modules/.package-lock.json, once everything is in place: comparing it
// with the lock file is the stamp, and it also recognises an `npm ci` that was run by hand.
/** @param {string} root @param {{ dev: boolean }} options */
export function isInstalled(root, { dev }) {
  const wanted = readLock(join(root, 'package-lock.json'))?.packages
  const found = readLock(join(root, 'node_modules/.package-lock.json'))?.packages
  if (!wanted || !found) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || (entry.dev && !dev)) return true
    return found[path]?.version === entry.version
  })
}

/** @param {string} root */
function isLink(root) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** @param {string} output @param {string} logFile @param {string} root */
function explain(output, logFile, root) {
  if (saysDiskFull(output)) {
    return `Disque plein pendant l'installation des paquets : libérez de la place dans ${root} puis relancez.`
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `Installation impossible : le dossier ${root} n'est pas accessible en écriture ; corrigez ses droits puis relancez.`
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output)) {
    return `Installation impossible : le dépôt de paquets npm ne répond pas ; vérifiez le réseau ou le proxy (détails : ${logFile}).`
  }
  return `L'installation des paquets (npm ci) a échoué ; lisez ${logFile}, corrigez puis relancez.`
}

/** @param {string} root @param {{ dev: boolean, logDirectory: string }} options @returns {'à jour' | 'installées'} */
export function ensureInstalled(root, { dev, logDirectory }) {
  if (isInstalled(root, { dev })) return 'à jour'
  if (isLink(root)) {
    throw new StartFailure(
      'node_modules est un lien vers une installation qui ne correspond pas à package-lock.json : lancez npm ci là où il pointe, ou supprimez le lien.',
    )
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (run.error?.code === 'ENOENT') {
    throw new StartFailure('npm est introuvable : installez-le (il est livré avec Node) puis relancez.')
  }
  if (run.status === 0) return 'installées'
  const output = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`
  const logFile = join(logDirectory, 'npm-ci.log')
  throw new StartFailure(explain(output, keep(logFile, output), root))
}

/** The log is a courtesy: on a full or read-only disk its absence must not hide the cause. @param {string} path @param {string} text */
function keep(path, text) {
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
    return path
  } catch {
    process.stderr.write(text)
    return 'la sortie ci-dessus'
  }
}
