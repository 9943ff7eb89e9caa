/** One mailbox, plain ASCII, of a domain with a name: no list, no comment, no quoted part, no look-alike of « @ ». */
const LOCAL = /^[a-z0-9#$&'*+/=?^_{|}~`-]+(\.[a-z0-9#$&'*+/=?^_{|}~`-]+)*$/
const ETIQUETTE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** NFC, lower case, trimmed; null when it is not exactly one address to which mail can go. */
export function normaliserEmail(texte: string): string | null {
  const email = texte.normalize('NFC').trim().toLowerCase()
  if (email.length > 254) return null
  const [local = '', domaine = '', ...reste] = email.split('@')
  if (reste.length > 0 || local.length > 64 || !LOCAL.test(local)) return null
  const etiquettes = domaine.split('.')
  const racine = etiquettes.at(-1) ?? ''
  if (etiquettes.length < 2 || !/[a-z]/.test(racine) || racine.length < 2) return null
  return etiquettes.every((etiquette) => ETIQUETTE.test(etiquette)) ? email : null
}
