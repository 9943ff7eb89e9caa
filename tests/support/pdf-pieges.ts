import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'

/** PDFs that try something, made on the spot. */
export type Donnees = Record<string, unknown>

export async function pdf(pages = 1, piege?: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let i = 0; i < pages; i += 1) document.addPage([300, 300]).drawText(`Page ${i + 1}`)
  await piege?.(document)
  return document.save({ addDefaultPage: false })
}

/** An entry of the catalogue. */
export const catalogue = (cle: string, valeur: object) =>
  pdf(1, ({ catalog, context }) => catalog.set(PDFName.of(cle), context.obj(valeur as never)))

/** An annotation of the first page. */
export const annotation = (donnees: Donnees) =>
  pdf(1, (document) => {
    const ref = document.context.register(
      document.context.obj({ Type: 'Annot', Rect: [0, 0, 10, 10], ...donnees } as never),
    )
    document.getPage(0).node.addAnnot(ref)
  })

/** What happens when the first page's link is followed. */
export const lien = (action: Donnees) => annotation({ Subtype: 'Link', A: action })

export const texte = (valeur: string) => PDFString.of(valeur)

/** Written by hand, byte for byte: no library would make these. */
export const brut = (...objets: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objets.map((objet) => Buffer.concat([Buffer.from(objet), Buffer.from('\n')])),
    Buffer.from('trailer\n<</Root 1 0 R/Size 50>>\nstartxref\n0\n%%EOF\n'),
  ])

export const objet = (numero: number, corps: string): string => `${numero} 0 obj\n${corps}\nendobj`
export const UNE_PAGE = [
  objet(1, '<</Type/Catalog/Pages 2 0 R>>'),
  objet(2, '<</Type/Pages/Kids[3 0 R]/Count 1>>'),
  objet(3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'),
]

/** 3 kB that become 2 GB. */
export function bombe(): Buffer {
  const dedans = deflateSync(deflateSync(Buffer.alloc(500_000_000, 32)))
  const tete = `9 0 obj\n<</Type/ObjStm/N 1/First 5/Filter[/FlateDecode/FlateDecode]/Length ${dedans.length}>>\nstream\n`
  return brut(...UNE_PAGE, Buffer.concat([Buffer.from(tete), dedans, Buffer.from('\nendstream\nendobj')]))
}
