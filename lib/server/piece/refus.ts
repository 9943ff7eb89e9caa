import type { RefusPiece } from '@/lib/lexique/depot'

/** This file is not taken; `code` has its sentence in lib/lexique/depot. */
export class PieceRefusee extends Error {
  override readonly name = 'PieceRefusee'
  constructor(readonly code: RefusPiece) {
    super(`pièce refusée : ${code}`)
  }
}
