import { z } from 'zod'
import { reglements } from '@/lib/reglements/catalogue'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { lireMontant } from '@/lib/rules/montant/montant'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import type { Resultat } from '../reponse/view'

export const date = z.iso
  .date('n’est pas une date : écrivez par exemple 2026-03-15')
  .transform((texte, contexte): DateCivile => {
    if (estDateCivile(texte)) return texte
    contexte.addIssue({ code: 'custom', message: 'est hors du calendrier', input: texte })
    return z.NEVER
  })
  .meta({ description: 'date, AAAA-MM-JJ' })

export const montant = z
  .string()
  // Au plus 999 999 999,99 € : même majoré chaque mois pendant des siècles, il reste un entier sûr de centimes.
  .regex(/^\d{1,9}\.\d{2}$/, 'n’est pas un montant : écrivez par exemple 12.30')
  .transform((texte) => lireMontant(texte))
  .meta({ description: 'montant en euros, deux décimales et un point' })

/** Un fait marqué « ? » : absent et null disent la même chose. */
export const facultatif = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((valeur) => valeur ?? null)

/** Les deux clés de toute question. */
export const entete = <Q extends string>(question: Q) => ({
  question: z.literal(question),
  reglement: z.enum(Object.keys(reglements)),
})

/** Une question posable : `interroger` reçoit l'objet brut, déjà connu pour viser ce règlement. */
export interface Question {
  readonly question: string
  readonly label: string
  readonly schema: z.ZodType
  readonly interroger: (reglement: Reglement, brut: unknown) => Resultat
}

/** Lie un schéma à sa réponse ; les faits mal formés lèvent une `ZodError`. */
export const definir = <S extends z.ZodType>(definition: {
  readonly question: string
  readonly label: string
  readonly schema: S
  readonly answer: (reglement: Reglement, faits: z.output<S>) => Resultat
}): Question => ({
  question: definition.question,
  label: definition.label,
  schema: definition.schema,
  interroger: (reglement, brut) => definition.answer(reglement, definition.schema.parse(brut)),
})
