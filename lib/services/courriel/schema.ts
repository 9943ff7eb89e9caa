import { z } from 'zod'

export const ETATS_COURRIEL = ['ECHEC', 'EN_FILE', 'ENVOYE'] as const
export type EtatCourriel = (typeof ETATS_COURRIEL)[number]

/** In the address of the page: « etat=en-file ». */
export const ADRESSE_ETAT = { ECHEC: 'echec', EN_FILE: 'en-file', ENVOYE: 'envoye' } as const

/** What the address does not say, or says wrongly, counts for none. */
export const etatSchema = z
  .string()
  .transform((mot) => ETATS_COURRIEL.find((etat) => ADRESSE_ETAT[etat] === mot) ?? null)
  .nullable()
  .catch(null)

/** Place of the last line read: instant and id. */
export interface CleCourriel {
  readonly creeLe: Date
  readonly id: string
}

export const cleSchema = z
  .string()
  .transform((texte) => texte.split('_'))
  .pipe(z.tuple([z.iso.datetime(), z.uuid()]))
  .transform(([creeLe, id]): CleCourriel => ({ creeLe: new Date(creeLe), id }))
  .nullable()
  .catch(null)

export const renvoiSchema = z.object({ courriel: z.uuid() })
export const renvoiToutSchema = z.object({ tous: z.literal('oui') })

/** How many were just sent again, in the address after the button. */
export const renvoyesSchema = z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null)
