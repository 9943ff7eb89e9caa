import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { champsPreuve } from '../reauthentification/schema'

export const confirmationSchema = z.object(champsPreuve)
export const natureSchema = z.object({ nature: z.enum(['TOTP', 'CODES']) })
export const applicationSchema = z.object({ codeApplication: champTexte(PHRASES_FACTEUR.CODE_ABSENT, 40) })
export const listeSchema = z.object({ codeListe: champTexte(PHRASES_FACTEUR.LISTE_FAUSSE, 40) })
export const cleSchema = z.object({
  nom: champTexte('Donnez un nom à cet appareil, par exemple « Ordinateur de la maison ».', 60),
  cleAcces: champTexte(PHRASES_FACTEUR.CLE_REFUSEE, 8000),
})
export const retraitSchema = z.object({ facteur: z.uuid(PHRASES_FACTEUR.INTROUVABLE) })
