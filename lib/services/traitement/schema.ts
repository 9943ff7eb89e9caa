import { z } from 'zod'
import { champCase, champDate, champFacultatif, champTexte } from '@/lib/formulaire/champs'
import { PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { champCle, champMessage } from '../demande/schema'

const EQUIPES = ['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'MEDICAL', 'RECLAMATIONS'] as const

export const demandeVisee = z.object({ demande: z.uuid() })
export const demandeVersionnee = demandeVisee.extend({ version: z.coerce.number().int().nonnegative() })

export const transfertSchema = demandeVisee.extend({
  equipe: z.enum(EQUIPES, { error: PHRASES_TRAITEMENT.EQUIPE }),
})
export type Transfert = Pick<z.output<typeof transfertSchema>, 'equipe'>

export const pieceReclameeSchema = demandeVisee.extend({
  cle: champCle(),
  piece: champTexte(PHRASES_TRAITEMENT.PIECE, 200),
  avant: champDate(PHRASES_TRAITEMENT.AVANT),
  bloquante: champCase('')
    .optional()
    .transform((oui) => oui === 'oui'),
  texte: champFacultatif(2000),
})
export type PieceReclamee = Omit<z.output<typeof pieceReclameeSchema>, 'demande'>

export const reponseSchema = demandeVisee.extend({ cle: champCle(), texte: champMessage() })
export const refusSchema = demandeVersionnee.extend({ phrase: champTexte(PHRASES_TRAITEMENT.MOTIF, 2000) })
