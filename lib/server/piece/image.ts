import sharp from 'sharp'
import { PieceRefusee } from './refus'

const PIXELS_MAX = 50_000_000
/** A bill stays readable; the file stays near its size. */
const QUALITE = 90

// One image at a time, in a process that does nothing else.
sharp.concurrency(1)
sharp.cache(false)

/**
 * The picture, drawn again: turned as it was held, in sRGB, 8 bits. What was around it (place and time of the photo, thumbnails,
 * profiles, bytes after its end) is not copied. @throws {PieceRefusee}
 */
export async function redessiner(octets: Uint8Array, type: 'image/jpeg' | 'image/png'): Promise<Uint8Array> {
  await controlerEntete(octets)
  try {
    const image = sharp(octets, { limitInputPixels: PIXELS_MAX, failOn: 'warning' })
      .autoOrient()
      .toColourspace('srgb')
    const rendu =
      type === 'image/jpeg' ? image.jpeg({ quality: QUALITE }) : image.png({ compressionLevel: 6 })
    return await rendu.toBuffer()
  } catch {
    throw new PieceRefusee('IMAGE_ABIMEE')
  }
}

/** Before a pixel is decoded. */
async function controlerEntete(octets: Uint8Array): Promise<void> {
  const { width, height, pages } = await sharp(octets, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new PieceRefusee('IMAGE_ABIMEE')
    })
  if (width * height > PIXELS_MAX) throw new PieceRefusee('IMAGE_TROP_GRANDE')
  if (pages !== undefined && pages > 1) throw new PieceRefusee('IMAGE_ANIMEE')
}
