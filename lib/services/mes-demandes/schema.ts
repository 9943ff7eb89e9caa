import { z } from 'zod'
import { champFacultatif } from '@/lib/formulaire/champs'
import { champCle, champFichiers, LONGUEUR_MESSAGE } from '../demande/schema'

/** The place of a line in a list; `nonLus` only where unread ones come first. */
export interface CleDemande {
  readonly nonLus: boolean
  readonly le: Date
  readonly id: string
}

/** « <0|1>_<milliseconds>_<id> »; a wrong one counts for none. */
export const cleDemandeSchema = z
  .string()
  .regex(/^[01]_\d{1,15}_[0-9a-f-]{36}$/)
  .transform((texte, ctx): CleDemande => {
    const [nonLus, le = '', id = ''] = texte.split('_')
    if (z.uuid().safeParse(id).success) return { nonLus: nonLus === '1', le: new Date(Number(le)), id }
    ctx.addIssue({ code: 'custom', message: 'identifiant attendu' })
    return z.NEVER
  })
  .nullable()
  .catch(null)

export const ecrireCleDemande = ({ nonLus, le, id }: CleDemande): string =>
  `${nonLus ? 1 : 0}_${le.getTime()}_${id}`

/** Something more for a demande: words, pieces, or both. */
export const suiteSchema = z.object({
  demande: z.uuid(),
  cle: champCle(),
  texte: champFacultatif(LONGUEUR_MESSAGE),
  fichiers: champFichiers(),
})

export const demandeSienneSchema = z.object({ demande: z.uuid() })
