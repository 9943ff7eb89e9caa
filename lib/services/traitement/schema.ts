import { z } from 'zod'
import { champCase, champDate, champFacultatif, champTexte } from '@/lib/formulaire/champs'
import { PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { A_COMPLETER } from '@/lib/lexique/modeles-reponse'
import { champCle, champMessage } from '../demande/schema'

const EQUIPES = ['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'MEDICAL', 'RECLAMATIONS'] as const

export const demandeVisee = z.object({ demande: z.uuid() })
export const demandeVersionnee = demandeVisee.extend({ version: z.coerce.number().int().nonnegative() })

/** How many messages of the person the page showed. */
export const champVus = () => z.coerce.number().int().nonnegative()

export const transfertSchema = demandeVersionnee.extend({
  equipe: z.enum(EQUIPES, { error: PHRASES_TRAITEMENT.EQUIPE }),
})
export type Transfert = Pick<z.output<typeof transfertSchema>, 'equipe'>

export const attributionSchema = demandeVersionnee.extend({ agent: z.uuid(PHRASES_TRAITEMENT.COLLEGUE) })

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

/** A template whose blanks were left is not an answer. */
const complet = (texte: string): boolean => !texte.includes(A_COMPLETER)
const RESTE = { error: `Il reste « ${A_COMPLETER} » dans le texte : écrivez ce qui manque, ou effacez-le.` }

export const noteSchema = demandeVisee.extend({
  cle: champCle(),
  texte: champMessage(PHRASES_TRAITEMENT.NOTE),
})
export const ecritSchema = demandeVisee.extend({
  cle: champCle(),
  texte: champMessage(PHRASES_TRAITEMENT.MESSAGE).refine(complet, RESTE),
})
export const reponseSchema = demandeVisee.extend({
  cle: champCle(),
  vus: champVus(),
  texte: champMessage(PHRASES_TRAITEMENT.REPONSE).refine(complet, RESTE),
})
export const refusSchema = demandeVersionnee.extend({
  vus: champVus(),
  phrase: champTexte(PHRASES_TRAITEMENT.MOTIF, 2000).refine(complet, RESTE),
})
