import { z } from 'zod'

const CHOISIR = 'Choisissez le fichier de décomptes à importer.'

export const envoiSchema = z.object({
  fichier: z.instanceof(File, { error: CHOISIR }).refine((fichier) => fichier.size > 0, CHOISIR),
})

/** Address of a file's page; anything else is « introuvable ». */
export const fluxIdSchema = z.uuid()
const entier = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** A key of pagination; a wrong one counts for none. */
export const cleSchema = entier.nullable().catch(null)
