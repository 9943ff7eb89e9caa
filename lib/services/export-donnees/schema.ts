import { z } from 'zod'
import { champSecret } from '@/lib/formulaire/champs'
import { PHRASES_RECONFIRMATION } from '@/lib/lexique/acces'

/** The same password again. */
export const demandeExportSchema = z.object({ motDePasse: champSecret(PHRASES_RECONFIRMATION.ABSENT) })
export const exportIdSchema = z.uuid()
