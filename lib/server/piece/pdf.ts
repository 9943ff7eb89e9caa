import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { RefusPiece } from '@/lib/lexique/depot'
import { PieceRefusee } from './refus'

/**
 * A PDF is read whole, every object looked at, then written anew from those objects alone: what is stored is what was checked. Two
 * readers that disagree on where an object is, older versions of it, bytes between objects, all of that is left behind.
 * PDF 32000-1: 7.5 (file structure), 12.5.6 (annotations), 12.6 (actions), 7.11.4 (embedded files).
 */
const PAGES_MAX = 50
const FIN = Buffer.from('%%EOF')
/** White space of 7.2.2. */
const BLANCS = new Set([0, 9, 10, 12, 13, 32])

const ACTIONS: ReadonlyMap<string, RefusPiece> = new Map([
  ['JavaScript', 'PDF_CODE'],
  ['Launch', 'PDF_ACTION'],
  ['SubmitForm', 'PDF_ACTION'],
  ['ImportData', 'PDF_ACTION'],
  ['GoToR', 'PDF_ACTION'],
  ['GoToE', 'PDF_ACTION'],
  ['GoToDp', 'PDF_ACTION'],
  ['Rendition', 'PDF_FICHIER_JOINT'],
  ['RichMediaExecute', 'PDF_FICHIER_JOINT'],
  ['Movie', 'PDF_FICHIER_JOINT'],
  ['Sound', 'PDF_FICHIER_JOINT'],
  ['GoTo3DView', 'PDF_FICHIER_JOINT'],
])
const GENRES: ReadonlyMap<string, RefusPiece> = new Map([
  ['RichMedia', 'PDF_FICHIER_JOINT'],
  ['Movie', 'PDF_FICHIER_JOINT'],
  ['Sound', 'PDF_FICHIER_JOINT'],
  ['Screen', 'PDF_FICHIER_JOINT'],
  ['3D', 'PDF_FICHIER_JOINT'],
  ['FileAttachment', 'PDF_FICHIER_JOINT'],
  ['PS', 'PDF_CODE'],
])
const CLES: ReadonlyMap<string, RefusPiece> = new Map([
  ['JavaScript', 'PDF_CODE'],
  ['EmbeddedFiles', 'PDF_FICHIER_JOINT'],
  ['RichMediaContent', 'PDF_FICHIER_JOINT'],
  ['RichMediaSettings', 'PDF_FICHIER_JOINT'],
  ['XFA', 'PDF_FORMULAIRE'],
])
const CLES_DE_FICHIER = ['F', 'UF', 'DOS', 'Mac', 'Unix']
/** Links of a bill are kept; a link that is not to a page, a mail or a telephone is not. */
const LIEN_PERMIS = /^(https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i

/** Which sentence to say when there are several: the worst. */
const PAR_GRAVITE: readonly RefusPiece[] = ['PDF_CODE', 'PDF_FICHIER_JOINT', 'PDF_FORMULAIRE', 'PDF_ACTION']

/** @throws {PieceRefusee} */
export async function controlerPdf(octets: Uint8Array): Promise<Uint8Array> {
  controlerFin(Buffer.from(octets))
  const document = await lire(octets)
  const pages = compterPages(document)
  if (pages === 0) throw new PieceRefusee('PDF_ABIME')
  if (pages > PAGES_MAX) throw new PieceRefusee('PDF_TROP_DE_PAGES')
  const releve = new Set<RefusPiece>()
  for (const [ref, objet] of document.context.enumerateIndirectObjects()) {
    // Their content was read into objects of its own.
    if (objet instanceof PDFRawStream && ['ObjStm', 'XRef'].includes(nomDe(objet.dict, 'Type')))
      document.context.delete(ref)
    else inspecter(document.context, objet, releve)
  }
  const { Root, Info } = document.context.trailerInfo
  for (const racine of [Root, Info]) if (racine !== undefined) inspecter(document.context, racine, releve)
  const pire = PAR_GRAVITE.find((code) => releve.has(code))
  if (pire !== undefined) throw new PieceRefusee(pire)
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}

/** The tree of pages may lack, or lead back to itself. */
function compterPages(document: PDFDocument): number {
  try {
    return document.getPageCount()
  } catch {
    throw new PieceRefusee('PDF_ABIME')
  }
}

/** After the end, nothing but blanks: another file behind a PDF is how one file is two. */
function controlerFin(octets: Buffer): void {
  const fin = octets.lastIndexOf(FIN)
  if (fin === -1) throw new PieceRefusee('PDF_ABIME')
  if (!octets.subarray(fin + FIN.length).every((octet) => BLANCS.has(octet)))
    throw new PieceRefusee('PDF_SUSPECT')
}

async function lire(octets: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(octets, { ...LECTURE, throwOnInvalidObject: true })
  } catch (erreur) {
    const protege = erreur instanceof EncryptedPDFError || (await estProtege(octets))
    throw new PieceRefusee(protege ? 'PDF_PROTEGE' : 'PDF_ABIME')
  }
}

const LECTURE = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest } as const

/** What is encrypted looks broken before it is known to be encrypted. */
async function estProtege(octets: Uint8Array): Promise<boolean> {
  try {
    return (await PDFDocument.load(octets, { ...LECTURE, ignoreEncryption: true })).isEncrypted
  } catch {
    return false
  }
}

function nomDe(dict: PDFDict, cle: string): string {
  const valeur = dict.lookup(PDFName.of(cle))
  return valeur instanceof PDFName ? valeur.decodeText() : ''
}

/** One object and all it holds, references aside: each is an object of the list. Without recursion, whatever its depth. */
function inspecter(contexte: PDFContext, objet: PDFObject, releve: Set<RefusPiece>): void {
  const pile: PDFObject[] = [objet]
  for (let courant = pile.pop(); courant !== undefined; courant = pile.pop()) {
    if (courant instanceof PDFArray) for (const element of courant.asArray()) pile.push(element)
    const dict = courant instanceof PDFStream ? courant.dict : courant
    if (!(dict instanceof PDFDict)) continue
    // A stream whose bytes lie in another file (7.3.8.2).
    if (courant instanceof PDFStream && dict.has(PDFName.of('F'))) releve.add('PDF_FICHIER_JOINT')
    if (nomDe(dict, 'Type') === 'EmbeddedFile') releve.add('PDF_FICHIER_JOINT')
    for (const refus of [ACTIONS.get(nomDe(dict, 'S')), GENRES.get(nomDe(dict, 'Subtype'))])
      if (refus !== undefined) releve.add(refus)
    for (const [cle, valeur] of dict.entries()) {
      const refus = refusEntree(contexte, cle.decodeText(), valeur)
      if (refus !== null) releve.add(refus)
      pile.push(valeur)
    }
  }
}

function refusEntree(contexte: PDFContext, cle: string, brute: PDFObject): RefusPiece | null {
  const refus = CLES.get(cle)
  if (refus !== undefined) return refus
  const valeur = contexte.lookup(brute)
  const texte = valeur instanceof PDFString || valeur instanceof PDFHexString ? valeur.decodeText() : null
  if (cle === 'JS' && (texte !== null || valeur instanceof PDFStream)) return 'PDF_CODE'
  if (cle === 'URI' && texte !== null && !LIEN_PERMIS.test(texte.replace(/[\s\p{Cc}]/gu, '')))
    return 'PDF_ACTION'
  return valeur instanceof PDFDict ? refusDict(contexte, cle, valeur) : null
}

/** A font may be called « AA » or « EF »: what these keys hold is looked at. */
function refusDict(contexte: PDFContext, cle: string, valeur: PDFDict): RefusPiece | null {
  if (cle === 'OpenAction' && !['GoTo', 'Named'].includes(nomDe(valeur, 'S'))) return 'PDF_ACTION'
  if (cle === 'AA' && valeur.values().some((v) => estAction(contexte.lookup(v)))) return 'PDF_ACTION'
  const joint = CLES_DE_FICHIER.some((nom) => valeur.lookup(PDFName.of(nom)) instanceof PDFStream)
  return cle === 'EF' && joint ? 'PDF_FICHIER_JOINT' : null
}

const estAction = (objet: PDFObject | undefined): boolean =>
  objet instanceof PDFDict && objet.has(PDFName.of('S'))
