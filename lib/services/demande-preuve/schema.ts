import { z } from 'zod'
import { SITUATIONS, type Situation } from '@/lib/lexique/projet'
import { jour } from '@/lib/papiers/faits'
import { effetSituationSchema } from '../beneficiaire/schema'
import { champCle, champFichiersRequis } from '../demande/schema'

const CODES = Object.keys(SITUATIONS) as [Situation, ...Situation[]]
const ouiNon = (demande: string) =>
  z.enum(['oui', 'non'], { error: demande }).transform((dit) => dit === 'oui')

export const faitsPreuveSchema = z.object({
  situation: z.enum(CODES),
  celibataire: z.boolean(),
  rattache: z.boolean(),
  recueLe: jour,
})
export type FaitsPreuve = z.output<typeof faitsPreuveSchema>

/** What accepting wrote, when by the real clock; null: it was known already. */
export const effetPreuveSchema = z
  .object({ situation: effetSituationSchema, faitLe: z.iso.datetime() })
  .nullable()
export type EffetPreuve = z.output<typeof effetPreuveSchema>

/** The yearly proof that keeps a grown child on the contract. */
export const demandePreuveSchema = z.object({
  cle: champCle(),
  personne: z.uuid('Choisissez de qui il s’agit.'),
  situation: z.enum(CODES, { error: 'Dites ce que fait cette personne.' }),
  celibataire: ouiNon('Dites si cette personne est célibataire.'),
  rattache: ouiNon('Dites si cette personne est rattachée à votre foyer fiscal.'),
  fichiers: champFichiersRequis(),
})
export type DemandePreuve = z.output<typeof demandePreuveSchema>
