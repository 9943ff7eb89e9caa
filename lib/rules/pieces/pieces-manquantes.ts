import type { ListePieces, Piece, PieceRequise } from './piece'

/** Ce qui manque encore : chaque exigence inconditionnelle dont aucune pièce au choix n'a été reçue. */
export function piecesManquantes(liste: ListePieces, recues: ReadonlySet<Piece>): readonly PieceRequise[] {
  return liste.pieces.filter(({ auChoix, siConcerne }) => !siConcerne && !auChoix.some((p) => recues.has(p)))
}
