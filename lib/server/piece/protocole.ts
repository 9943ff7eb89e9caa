import type { TypePiece } from '@/lib/formulaire/piece'
import type { RefusPiece } from '@/lib/lexique/depot'

/** What passes between the server and the process that reads pieces: one answer to each command, in order. */
export interface Commande {
  readonly octets: Uint8Array
  readonly attendu: TypePiece
}

export type Reponse = { readonly octets: Uint8Array } | { readonly refus: RefusPiece }
