import { z } from 'zod'
import { champMontant } from '@/lib/formulaire/champs'
import { PHRASES_AVANCE } from '@/lib/lexique/avance-sante'
import { type Montant, montant } from '@/lib/rules/montant/montant'

const MONTANT_MAX = montant(100_000_00)

export const reglementAvanceSchema = z.object({
  avance: z.uuid(PHRASES_AVANCE.INTROUVABLE),
  montant: champMontant(PHRASES_AVANCE.MONTANT, MONTANT_MAX).transform((lu, ctx): Montant => {
    if (lu !== null && lu > 0) return lu
    ctx.addIssue({ code: 'custom', message: PHRASES_AVANCE.MONTANT })
    return z.NEVER
  }),
})
