import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'
import { champIban } from '@/lib/formulaire/identifiants'
import { PHRASES_SAISIE_PAIEMENT } from '@/lib/lexique/paiement'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { champsPreuve } from '../reauthentification/schema'

/** Address of a batch, an indu, a professional; anything else is « introuvable ». */
export const idSchema = z.uuid()

const jour = champTexte(PHRASES_SAISIE_PAIEMENT.JOUR, 10).transform((texte, ctx) => {
  if (estDateCivile(texte)) return texte
  ctx.addIssue({ code: 'custom', message: PHRASES_SAISIE_PAIEMENT.JOUR })
  return z.NEVER
})

/** « 12,50 », « 12.5 », « 12 » → cents. */
const euros = (demande: string) =>
  champTexte(demande, 12).transform((texte, ctx) => {
    const lu = /^(\d{1,7})(?:[.,](\d{1,2}))?\s*€?$/.exec(texte.replace(/\s/g, ''))
    const centimes = Number(lu?.[1] ?? 0) * 100 + Number((lu?.[2] ?? '').padEnd(2, '0'))
    if (lu !== null && centimes > 0) return centimes
    ctx.addIssue({ code: 'custom', message: demande })
    return z.NEVER
  })

export const preparationSchema = z.object({ executionLe: jour, ...champsPreuve })
export const validationSchema = z.object({ lot: idSchema, ...champsPreuve })
export const lotSchema = z.object({ lot: idSchema })
export const ribSchema = z.object({ tiers: idSchema, iban: champIban(), ...champsPreuve })
export const induSchema = z.object({ indu: idSchema })
export const mensualiteSchema = z.object({
  indu: idSchema,
  mensualite: euros(PHRASES_SAISIE_PAIEMENT.MENSUALITE),
})
export const reglementInduSchema = z.object({ indu: idSchema, montant: euros(PHRASES_SAISIE_PAIEMENT.RECU) })

export const fichierBanqueSchema = z.object({
  fichier: z
    .instanceof(File, { error: PHRASES_SAISIE_PAIEMENT.FICHIER })
    .refine((fichier) => fichier.size > 0, PHRASES_SAISIE_PAIEMENT.FICHIER),
})

/** Rank after which the page of orders begins; a wrong one counts for none. */
export const apresSchema = z.coerce.number().int().min(0).max(1_000_000_000).catch(0)
