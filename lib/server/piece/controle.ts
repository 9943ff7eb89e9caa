import { fileTypeFromBuffer } from 'file-type'
import type { TypePiece } from '@/lib/formulaire/piece'
import { redessiner } from './image'
import { controlerPdf } from './pdf'
import { PieceRefusee } from './refus'

const ANIMES = new Set(['image/apng', 'image/gif'])

/**
 * The bytes to keep in place of those received. The type is read in the content and must be the one the name announces.
 * @throws {PieceRefusee}
 */
export async function controlerContenu(octets: Uint8Array, attendu: TypePiece): Promise<Uint8Array> {
  const lu = (await fileTypeFromBuffer(octets))?.mime
  if (lu !== undefined && ANIMES.has(lu)) throw new PieceRefusee('IMAGE_ANIMEE')
  if (lu !== attendu) throw new PieceRefusee('TYPE_DIFFERENT')
  return attendu === 'application/pdf' ? controlerPdf(octets) : redessiner(octets, attendu)
}
