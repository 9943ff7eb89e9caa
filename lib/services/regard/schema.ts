import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'

export const regardSchema = z.object({
  personne: z.uuid(),
  motif: champTexte('Dites pourquoi vous regardez cet espace : la personne pourra le lire.', 200),
})
export type RegardDemande = z.output<typeof regardSchema>
