import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Images that try something, made on the spot. */
const largeur = 60
const hauteur = 40
export const image = () =>
  sharp({ create: { width: largeur, height: hauteur, channels: 3, background: { r: 200, g: 120, b: 40 } } })

export const jpeg = () => image().jpeg().toBuffer()
export const png = () => image().png().toBuffer()

/** One chunk of a PNG. */
export function bloc(type: string, donnees: Buffer): Buffer {
  const corps = Buffer.concat([Buffer.from(type), donnees])
  const longueur = Buffer.alloc(4)
  longueur.writeUInt32BE(donnees.length)
  const somme = Buffer.alloc(4)
  somme.writeUInt32BE(crc32(corps) >>> 0)
  return Buffer.concat([longueur, corps, somme])
}

/** After the signature and IHDR (8 + 25 bytes). */
export const apresEntete = (original: Buffer, ajout: Buffer): Buffer =>
  Buffer.concat([original.subarray(0, 33), ajout, original.subarray(33)])

/** A PNG of one colour, any size, a few kB: what it weighs in memory is width × height. */
export function pngImmense(cote: number): Buffer {
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(cote, 0)
  entete.writeUInt32BE(cote, 4)
  entete.set([1, 0, 0, 0, 0], 8)
  const lignes = deflateSync(Buffer.alloc((Math.ceil(cote / 8) + 1) * cote))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, bloc('IHDR', entete), bloc('IDAT', lignes), bloc('IEND', Buffer.alloc(0))])
}

/** A JPEG whose frame header announces other dimensions. */
export async function jpegMenteur(cote: number): Promise<Buffer> {
  const octets = await jpeg()
  const cadre = octets.indexOf(Buffer.from([0xff, 0xc0]))
  octets.writeUInt16BE(cote, cadre + 5)
  octets.writeUInt16BE(cote, cadre + 7)
  return octets
}

/** A comment right after the JPEG's start. */
export async function jpegCommente(commentaire: string): Promise<Buffer> {
  const octets = await jpeg()
  const longueur = Buffer.alloc(2)
  longueur.writeUInt16BE(commentaire.length + 2)
  return Buffer.concat([
    octets.subarray(0, 2),
    Buffer.from([0xff, 0xfe]),
    longueur,
    Buffer.from(commentaire, 'latin1'),
    octets.subarray(2),
  ])
}

/** Taken with the telephone upright, at a place that EXIF gives away. */
export const photoSituee = () =>
  image()
    .withExif({
      IFD0: { Make: 'Telephone', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 51/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 21/1 7/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** The smallest ZIP there is: one empty stored file. */
export function zip(nom = 'malware.exe', contenu: Uint8Array = Buffer.from('MZ')): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt32LE(crc32(contenu) >>> 0, 14)
  local.writeUInt32LE(contenu.length, 18)
  local.writeUInt32LE(contenu.length, 22)
  local.writeUInt16LE(nom.length, 26)
  const fin = Buffer.alloc(22)
  fin.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([local, Buffer.from(nom), contenu, fin])
}
