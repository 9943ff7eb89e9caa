// A stop that the person at the keyboard can act upon: its message is one French line that says what to do.
export class StartFailure extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options)
    this.name = 'StartFailure'
  }
}

/** One line, whatever happened. @param {unknown} error @returns {string} */
export function failureLine(error) {
  if (error instanceof StartFailure) return error.message
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Erreur imprévue : ${detail}`
}
