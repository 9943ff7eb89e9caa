// A stop that the person at the keyboard can act upon: its message is one French line that says what to do.
export class StartFailure extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options)
    this.name = 'StartFailure'
  }
}

const DISK_FULL = 'Disque plein : libérez de la place'

/** What npm, Next.js, PostgreSQL and Prisma print when the disk is full. @param {string} output */
export function saysDiskFull(output) {
  return /ENOSPC|No space left on device|Check free disk space|wrote only \d+ of \d+ bytes/i.test(output)
}

/** @param {Error & { code?: string, path?: string }} error @returns {string | null} */
function systemLine(error) {
  const where = error.path ? ` (${error.path})` : ''
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `${DISK_FULL}${where} puis relancez.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Droits insuffisants${where} : rendez le dossier du projet et celui des données accessibles en écriture à cet utilisateur, puis relancez.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `Un fichier occupe la place d'un dossier${where} : déplacez-le puis relancez.`
    case '53100':
      return `${DISK_FULL} sur le serveur de la base de données puis relancez.`
    default:
      return saysDiskFull(error.message) ? `${DISK_FULL} puis relancez.` : null
  }
}

/** One line, whatever happened; what nobody foresaw also shows where it happened. @param {unknown} error @returns {string} */
export function failureLine(error) {
  if (error instanceof StartFailure) return error.message
  if (!(error instanceof Error)) return `Erreur imprévue : ${String(error)}`
  return systemLine(error) ?? `Erreur imprévue : ${error.stack ?? error.message}`
}
