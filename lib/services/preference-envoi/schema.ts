import { z } from 'zod'

const choix = () => z.enum(['PAPIER', 'ELECTRONIQUE'], { error: 'Choisissez : papier ou électronique.' })

/** One answer for each kind of document. */
export const preferencesSchema = z.object({ RELEVES: choix(), COURRIERS: choix(), CARTE: choix() })
export type Preferences = z.output<typeof preferencesSchema>
export const NATURES_ENVOI = [
  'RELEVES',
  'COURRIERS',
  'CARTE',
] as const satisfies readonly (keyof Preferences)[]
