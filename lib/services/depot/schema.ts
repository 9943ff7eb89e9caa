import { z } from 'zod'

export const OBJETS_DEPOT = ['JUSTIFICATIF', 'FACTURE', 'DEVIS', 'DECOMPTE', 'AUTRE'] as const
export type ObjetDepot = (typeof OBJETS_DEPOT)[number]

const CHOISIR = 'Choisissez au moins un fichier.'

/** Of whom a proof speaks, when the address says it; a wrong one counts for none. */
export const personneDuDepotSchema = z.uuid().nullable().catch(null)

export const depotSchema = z.object({
  objet: z.enum(OBJETS_DEPOT, { error: 'Dites ce que vous envoyez.' }),
  // One file, several, or the empty one that a browser sends for none: nameless, or named by React « undefined » or « blob ».
  fichiers: z
    .union([z.instanceof(File), z.array(z.instanceof(File))], { error: CHOISIR })
    .transform((recu) => [recu].flat().filter((fichier) => fichier.size > 0 || fichier.name.includes('.')))
    .refine((fichiers) => fichiers.length > 0, CHOISIR),
})

/** What a sweep left in the journal. */
export const balayageSchema = z.object({ absents: z.number(), abimes: z.number() })

export const depotIdSchema = z.uuid()

/** The place of a line in a list, most recent first. */
export interface CleDepot {
  readonly le: Date
  readonly id: string
}

/** « <milliseconds>_<id> »; a wrong one counts for none. */
export const cleDepotSchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
  .transform((texte, ctx): CleDepot => {
    const [le = '', id] = texte.split('_')
    if (z.uuid().safeParse(id).success && id !== undefined) return { le: new Date(Number(le)), id }
    ctx.addIssue({ code: 'custom', message: 'identifiant attendu' })
    return z.NEVER
  })
  .nullable()
  .catch(null)
