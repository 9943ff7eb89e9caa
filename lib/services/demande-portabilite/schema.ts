import { z } from 'zod'
import { champDate, champFacultatif } from '@/lib/formulaire/champs'
import { PHRASES_PORTABILITE as P } from '@/lib/lexique/demande-portabilite'
import { jour } from '@/lib/papiers/faits'
import { champCle, champFichiers } from '../demande/schema'

export const faitsPortabiliteSchema = z.object({
  /** Last day of the contract of employment. */
  cessation: jour,
  /** Last day that the assurance chômage pays; null: not known. */
  indemnisation: jour.nullable(),
  /** Months of the last contract of employment; null: not known. */
  duree: z.number().int().positive().nullable(),
})
export type FaitsPortabilite = z.output<typeof faitsPortabiliteSchema>

const DUREE_MAX = 600
const champDuree = () =>
  champFacultatif(3)
    .transform((texte) => (texte === null ? null : Number(texte)))
    .refine((lu) => lu === null || (Number.isInteger(lu) && lu >= 1 && lu <= DUREE_MAX), P.DUREE)
const champIndemnisation = () =>
  z
    .string()
    .default('')
    .transform((texte) => texte.trim())
    .pipe(z.union([z.literal('').transform(() => null), champDate(P.INDEMNISATION)]))

export const demandePortabiliteSchema = z
  .object({
    cle: champCle(),
    cessation: champDate(P.CESSATION),
    indemnisation: champIndemnisation(),
    duree: champDuree(),
    fichiers: champFichiers(),
  })
  .refine(({ indemnisation, cessation }) => indemnisation === null || indemnisation >= cessation, {
    path: ['indemnisation'],
    error: P.INDEMNISATION_AVANT,
  })
export type DemandePortabilite = z.output<typeof demandePortabiliteSchema>

/** What staff reads on the papers; empty: what the person said. */
export const saisiePortabiliteSchema = z.object({
  indemnisation: champIndemnisation(),
  duree: champDuree(),
})
export type SaisiePortabilite = z.output<typeof saisiePortabiliteSchema>
