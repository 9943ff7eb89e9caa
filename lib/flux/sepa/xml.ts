import { ParseOption, XmlDocument, XmlElement, XmlError } from 'libxml2-wasm'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { RefusBanque } from './retour'

const OPTIONS =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_NOCDATA |
  ParseOption.XML_PARSE_NOERROR |
  ParseOption.XML_PARSE_NOWARNING

/** Every one of them writes « < » and « ! » as ASCII does, so the two words below cannot hide. */
const ENCODAGES = /^(utf-?8|iso-8859-(1|15)|us-ascii|ascii|windows-1252)$/i
const INTERDITS = [Buffer.from('<!DOCTYPE'), Buffer.from('<!ENTITY')]

/**
 * Parses, hands the root over, and frees the document whatever happens. No DTD at all: it is looked for before the parser sees a byte,
 * and libxml2's own limits (256 levels, 10 MB a text) stay on. @throws {RefusBanque}
 */
export function avecXml<T>(octets: Buffer, lire: (racine: XmlElement) => T): T {
  refuserEncodages(octets)
  if (nombreDeBalises(octets) > BALISES_MAX) throw new RefusBanque('TROP_GRAND', 'balises')
  if (INTERDITS.some((mot) => octets.includes(mot))) throw new RefusBanque('DTD')
  let document: XmlDocument | null = null
  try {
    document = XmlDocument.fromBuffer(octets, { option: OPTIONS })
    if (document.dtd !== null) throw new RefusBanque('DTD')
    return lire(document.root)
  } catch (erreur) {
    if (erreur instanceof XmlError) throw new RefusBanque('XML_INVALIDE', erreur.message.slice(0, 120))
    throw erreur
  } finally {
    document?.dispose()
  }
}

/** Opening and closing: what a file of the largest size holds in earnest. Each one costs memory that a tree of `<a/>` would multiply. */
const BALISES_MAX = 2_000_000
const CHEVRON = '<'.charCodeAt(0)

function nombreDeBalises(octets: Buffer): number {
  let nombre = 0
  for (let i = octets.indexOf(CHEVRON); i >= 0; i = octets.indexOf(CHEVRON, i + 1)) nombre += 1
  return nombre
}

function refuserEncodages(octets: Buffer): void {
  const tete = octets.subarray(0, 200).toString('latin1')
  // UTF-16 and UTF-32 put zeros between the letters.
  if (tete.includes('\0') || tete.startsWith('ÿþ') || tete.startsWith('þÿ')) throw new RefusBanque('ENCODAGE')
  const declare = /^(?:ï»¿)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(tete)?.[1]
  if (declare !== undefined && !ENCODAGES.test(declare)) throw new RefusBanque('ENCODAGE', 'déclaration')
}

/** Children of this local name; the namespace was looked at on the root. */
export function enfants(element: XmlElement, nom: string): XmlElement[] {
  const trouves: XmlElement[] = []
  for (let noeud = element.firstChild; noeud !== null; noeud = noeud.next) {
    if (noeud instanceof XmlElement && noeud.name === nom) trouves.push(noeud)
  }
  return trouves
}

function premier(element: XmlElement, nom: string): XmlElement | null {
  for (let noeud = element.firstChild; noeud !== null; noeud = noeud.next) {
    if (noeud instanceof XmlElement && noeud.name === nom) return noeud
  }
  return null
}

/** The first descendant along a path, « Refs/EndToEndId ». */
export function descendre(element: XmlElement, chemin: string): XmlElement | null {
  let courant: XmlElement | null = element
  for (const nom of chemin.split('/')) {
    if (courant === null) return null
    courant = premier(courant, nom)
  }
  return courant
}

/** Trimmed; null when the tag is absent or blank. */
export function texte(element: XmlElement, chemin: string): string | null {
  const lu = descendre(element, chemin)?.content.trim() ?? ''
  return lu === '' ? null : lu
}

/** An identifier as banks copy it back; the word they write when there was none is null. */
export function identifiant(element: XmlElement, chemin: string): string | null {
  const lu = texte(element, chemin)
  return lu === null || /^(NOTPROVIDED|NONREF|NOT PROVIDED)$/i.test(lu) ? null : lu
}

const DECIMAL = /^\+?(\d{1,15})(?:\.(\d{1,5}))?$/

/** « 12.5 » → 1250 cents, exactly. @throws {RefusBanque} MONTANT_ILLISIBLE */
export function lireDecimal(lu: string, lieu: string): Montant {
  const m = DECIMAL.exec(lu)
  const decimales = (m?.[2] ?? '').padEnd(2, '0')
  if (m === null || /[1-9]/.test(decimales.slice(2))) throw new RefusBanque('MONTANT_ILLISIBLE', lieu)
  const valeur = Number(`${m[1]}${decimales.slice(0, 2)}`)
  if (!Number.isSafeInteger(valeur)) throw new RefusBanque('MONTANT_ILLISIBLE', lieu)
  return montant(valeur)
}

/** Day of an ISO date or moment, its time zone left aside: the bank's day. @throws {RefusBanque} DATE_ILLISIBLE */
export function lireJour(lu: string | null, lieu: string): DateCivile {
  const jour = lu?.slice(0, 10) ?? ''
  if (!estDateCivile(jour)) throw new RefusBanque('DATE_ILLISIBLE', lieu)
  return jour
}
