import { z } from 'zod'
import { champFacultatif, champTexte } from '@/lib/formulaire/champs'
import { estMobile, normaliserTelephone } from '@/lib/formulaire/telephone'
import { PHRASES_ADRESSE, PHRASES_TELEPHONE } from '@/lib/lexique/coordonnees'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { champsPreuve, type SansPreuve } from '../reauthentification/schema'

/** How many times it was written when the page was shown. */
export const champVersion = () => z.coerce.number(PHRASES_ADRESSE.PAGE).int().min(0).max(1_000_000)

const aucun = (recu: unknown): boolean =>
  recu === undefined || recu === '' || (recu instanceof File && recu.size === 0 && !recu.name.includes('.'))

/** One file or none: a browser sends an empty one for none. @param unSeul what is said to whom sends several. */
export const champFichier = (unSeul: string) =>
  z
    .unknown()
    .transform((recu) => (aucun(recu) ? null : recu))
    .pipe(z.instanceof(File, { error: unSeul }).nullable())
    .default(null)

/** A line of an envelope holds 38 characters. */
const LIGNE = 38
const EN_FRANCE = /^[0-9]{5}$/

const aUnCodePostal = (lu: unknown): boolean =>
  z.object({ codePostal: z.string().min(1), pays: z.string().nullable() }).safeParse(lu).success

export const adresseSchema = z
  .object({
    version: champVersion(),
    complement: champFacultatif(LIGNE),
    voie: champTexte(PHRASES_ADRESSE.VOIE, LIGNE),
    lieuDit: champFacultatif(LIGNE),
    codePostal: champTexte(PHRASES_ADRESSE.CODE_POSTAL, 12),
    ville: champTexte(PHRASES_ADRESSE.VILLE, 32),
    pays: champFacultatif(LIGNE).transform((pays) => (pays?.toLowerCase() === 'france' ? null : pays)),
    du: z
      .string({ error: PHRASES_ADRESSE.JOUR })
      .refine((du): du is DateCivile => estDateCivile(du), PHRASES_ADRESSE.JOUR),
    justificatif: champFichier(PHRASES_ADRESSE.UN_SEUL),
  })
  .refine((a) => a.pays !== null || EN_FRANCE.test(a.codePostal.replaceAll(' ', '')), {
    path: ['codePostal'],
    error: PHRASES_ADRESSE.CODE_POSTAL,
    // Said at the first attempt, whatever is wrong elsewhere.
    when: ({ value }) => aUnCodePostal(value),
  })
  .transform((a) => (a.pays === null ? { ...a, codePostal: a.codePostal.replaceAll(' ', '') } : a))
export type AdresseSaisie = z.output<typeof adresseSchema>

const champTelephone = () =>
  champFacultatif(40).transform((texte, ctx) => {
    if (texte === null) return null
    const numero = normaliserTelephone(texte)
    if (numero !== null) return numero
    ctx.addIssue({ code: 'custom', message: PHRASES_TELEPHONE.FORME })
    return z.NEVER
  })

export const telephonesSchema = z
  .object({
    version: champVersion(),
    mobile: champTelephone().refine((n) => n === null || estMobile(n), PHRASES_TELEPHONE.MOBILE),
    fixe: champTelephone(),
    ...champsPreuve,
  })
  .refine((t) => t.mobile !== null || t.fixe !== null, { path: ['mobile'], error: PHRASES_TELEPHONE.AUCUN })
export type TelephonesSaisis = SansPreuve<z.output<typeof telephonesSchema>>
