import { z } from 'zod'
import { champSecret, champTexte } from '@/lib/formulaire/champs'
import { PHRASES_RECONFIRMATION } from '@/lib/lexique/acces'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'

/**
 * The block « Confirmez que c'est vous » inside another form. A field that the form does not show is absent, one left empty is said at once;
 * whether they may be absent is decided by the command, never here.
 */
export const champsPreuve = {
  motDePasse: champSecret(PHRASES_RECONFIRMATION.ABSENT).optional(),
  codeUnique: champTexte(PHRASES_FACTEUR.CODE_ABSENT, 40).optional(),
  cleAcces: z
    .string()
    .max(8000)
    .optional()
    .transform((texte) => (texte === '' ? undefined : texte)),
}

const preuveSchema = z.object(champsPreuve)
export type PreuveSaisie = z.output<typeof preuveSchema>
export type SansPreuve<T extends PreuveSaisie> = Omit<T, keyof PreuveSaisie>

/** What proves who is there, apart from what is asked. */
export function partager<T extends PreuveSaisie>(
  saisie: T,
): { readonly preuve: PreuveSaisie; readonly reste: SansPreuve<T> } {
  const { motDePasse, codeUnique, cleAcces, ...reste } = saisie
  return { preuve: { motDePasse, codeUnique, cleAcces }, reste }
}
