import { z } from 'zod'
import { champDate, champFacultatif } from '@/lib/formulaire/champs'
import { PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { champCle } from '../demande/schema'
import { demandeVersionnee } from '../traitement/schema'

export const attendueViseeSchema = demandeVersionnee.extend({ attendue: z.uuid() })

export const attendueRedemandeeSchema = attendueViseeSchema.extend({
  cle: champCle(),
  avant: champDate(PHRASES_TRAITEMENT.AVANT),
  texte: champFacultatif(2000),
})
export type AttendueRedemandee = Omit<z.output<typeof attendueRedemandeeSchema>, 'demande' | 'version'>
