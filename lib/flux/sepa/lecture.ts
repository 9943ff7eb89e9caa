import { lireCamt } from './camt'
import { lireCfonb120 } from './cfonb120'
import { lirePain002 } from './pain002'
import { type LectureBancaire, RefusBanque } from './retour'
import { avecXml } from './xml'

/**
 * Some 20,000 returned payments: more than a mutuelle sees in a day. The file is held and parsed whole (libxml2 makes a tree), so the
 * limit is what keeps memory bounded: some twenty times the file at worst, in libxml2's own heap, which keeps what it once took.
 */
export const TAILLE_MAX = 16 * 1024 * 1024

/** Reads what a bank sends back, whatever its format. @throws {RefusBanque} */
export async function lireFichierBancaire(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<LectureBancaire> {
  const morceaux: Uint8Array[] = []
  let taille = 0
  for await (const morceau of source) {
    taille += morceau.byteLength
    if (taille > TAILLE_MAX) throw new RefusBanque('TROP_GRAND')
    morceaux.push(morceau)
  }
  const octets = Buffer.concat(morceaux)
  const tete = octets.subarray(0, 64).toString('latin1')
  if (/^0[1457]/.test(tete)) return lireCfonb120(octets.toString('latin1'))
  if (/^(?:ï»¿)?\s*</.test(tete)) return avecXml(octets, lireIso)
  throw new RefusBanque(/\0|^ÿþ|^þÿ/.test(tete) ? 'ENCODAGE' : 'FORMAT_INCONNU')
}

const ESPACE = /:xsd:(pain\.002|camt\.05[34])(\.\d{3}\.\d{2})$/

const lireIso: Parameters<typeof avecXml<LectureBancaire>>[1] = (racine) => {
  const m = ESPACE.exec(racine.namespaceUri)
  const [, famille, version] = m ?? []
  if (racine.name !== 'Document' || famille === undefined) throw new RefusBanque('FORMAT_INCONNU')
  const format = `${famille}${version}`
  return famille === 'pain.002' ? lirePain002(racine, format) : lireCamt(racine, format)
}
