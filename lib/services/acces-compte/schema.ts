import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'
import { PHRASES_ACCES_COMPTE } from '@/lib/lexique/acces-compte'
import { champsPreuve } from '../reauthentification/schema'

const COUPURES = ['FERMER', 'SUSPENDRE'] as const

const compte = z.uuid(PHRASES_ACCES_COMPTE.INTROUVABLE)
const motif = champTexte(PHRASES_ACCES_COMPTE.MOTIF, 300)

export const coupureSchema = z.object({
  compte,
  coupure: z.enum(COUPURES, { error: PHRASES_ACCES_COMPTE.CHOISIR }),
  motif,
  ...champsPreuve,
})

export const reouvertureSchema = z.object({ compte, motif, ...champsPreuve })

/** A colleague chosen in the address; anything else is nobody. */
export const collegueSchema = z.uuid().nullable().catch(null)
