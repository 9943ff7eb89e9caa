import { z } from 'zod'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'

/** What a document of the base holds, and what an address or a form may ask. */
export const NATURES_A_LA_DEMANDE = [
  'CARTE_TIERS_PAYANT',
  'ATTESTATION_DROITS',
  'CERTIFICAT_ADHESION',
  'ATTESTATION_COTISATIONS',
  'ATTESTATION_RADIATION',
] as const
/** Papers a member gets on the spot. */
export type NatureALaDemande = (typeof NATURES_A_LA_DEMANDE)[number]

/** `documents.donnees`: the facts, as the gabarit reads them, and the rows they come from. */
export const donneesSchema = z.strictObject({
  faits: z.unknown(),
  sources: z.strictObject({
    /** Of a relevé: the prestations it shows, each on one relevé only. */
    prestations: z.array(z.uuid()),
    /** Those whose rights the paper states. */
    personnes: z.array(z.uuid()),
    /** Code of the formule it prints. */
    formule: z.string().nullable(),
    /** Day of the situation, when another day is another paper though nothing changed: nobody accepts a certificate two years old. */
    jour: z.iso.date().nullable(),
  }),
})
export type Sources = z.infer<typeof donneesSchema>['sources']

export const documentIdSchema = z.uuid()
/** What a printed address carries; anything else is not looked for. */
export const jetonSchema = z.string().regex(/^[0-9A-Za-z_-]{22,64}$/)

export const demandeSchema = z.object({
  nature: z.enum(NATURES_A_LA_DEMANDE),
  adhesion: z.uuid(),
  /** Of an attestation of contributions. */
  annee: z.coerce.number().int().min(2000).max(2100).exactOptional(),
})

const paragraphes = (texte: string): string[] =>
  texte
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((paragraphe) => paragraphe.trim())
    .filter((paragraphe) => paragraphe !== '')

export const courrierSchema = z.object({
  numeroAdherent: z
    .string()
    .trim()
    .min(1, 'Indiquez le numéro d’adhérent de la personne à qui vous écrivez.')
    .max(40),
  objet: z
    .string()
    .trim()
    .min(1, 'Indiquez l’objet du courrier.')
    .max(200, 'Un objet tient en 200 caractères.'),
  /** Paragraphs apart by an empty line. */
  texte: z
    .string()
    .max(20_000, 'Ce courrier est trop long : 20 000 caractères au plus.')
    .transform(paragraphes)
    .refine((liste) => liste.length > 0, 'Écrivez le texte du courrier.')
    .refine(
      (liste) => liste.every((p) => p.length <= 5000),
      'Un paragraphe est trop long : séparez-le en deux.',
    ),
})
export type CourrierSaisi = z.output<typeof courrierSchema>

/** The place of a paper in a list. */
export interface CleDocument {
  readonly emisLe: DateCivile
  readonly creeLe: Date
  readonly id: string
}

/** « <day>_<milliseconds>_<id> »; a wrong one counts for none. */
export const cleDocumentSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_\d{1,15}_[0-9a-f-]{36}$/)
  .transform((texte, ctx): CleDocument => {
    const [emisLe = '', creeLe = '', id = ''] = texte.split('_')
    if (estDateCivile(emisLe) && z.uuid().safeParse(id).success)
      return { emisLe, creeLe: new Date(Number(creeLe)), id }
    ctx.addIssue({ code: 'custom', message: 'place attendue' })
    return z.NEVER
  })
  .refine(({ creeLe }) => !Number.isNaN(creeLe.getTime()))
  .nullable()
  .catch(null)

export const ecrireCleDocument = ({ emisLe, creeLe, id }: CleDocument): string =>
  `${emisLe}_${creeLe.getTime()}_${id}`
