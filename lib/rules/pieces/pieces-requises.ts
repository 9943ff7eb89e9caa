import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { ListePieces, SituationPieces } from './piece'

/** Pièces à fournir dans une situation. @throws {ErreurDeRegle} NON_PREVU si la source n'en cite pas. */
export const piecesRequises = (reglement: Reglement, situation: SituationPieces): ListePieces =>
  prevu(reglement.pieces[situation] ?? null, `pièces ${situation}`)
