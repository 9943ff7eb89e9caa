import { z } from 'zod'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Montant } from '@/lib/rules/montant/montant'

/** What the facts of all papers are made of. Data only: what is kept in the base is read back by the same schema, years later. */
export const texte = z.string().min(1).max(5000)
export const nom = z.string().min(1).max(300)

export const jour = z.custom<DateCivile>(
  (valeur) => typeof valeur === 'string' && estDateCivile(valeur),
  'attend une date AAAA-MM-JJ',
)
export const centimes = z.custom<Montant>(Number.isSafeInteger, 'attend des centimes entiers')

/** A birth date as the AMO knows it; « lunaire » dates are not in the calendar, and are printed as they are. */
const dateNaissance = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'attend AAAA-MM-JJ')

/** The organisme on the day of issue: a paper does not change its letterhead afterwards. */
export const organisme = z.strictObject({
  nom,
  forme: nom,
  siren: nom,
  numeroAmc: z.string().regex(/^[0-9A-Z]{8,10}$/),
  adresse: z.array(nom).min(1),
  telephone: z.string(),
  horaires: z.string(),
  email: z.string(),
  site: z.string(),
  couleur: z.string().regex(/^#[0-9a-f]{6}$/i),
  fictif: z.boolean(),
})
export type FaitsOrganisme = z.infer<typeof organisme>

/** The membre participant. */
export const adherent = z.strictObject({ prenom: nom, nom, numeroAdherent: nom })

export const LIENS = ['MEMBRE_PARTICIPANT', 'CONJOINT', 'PACS', 'CONCUBIN', 'ENFANT'] as const

const identite = { prenom: nom, nom, dateNaissance }

export const beneficiaire = z
  .strictObject({
    ...identite,
    lien: z.enum(LIENS),
    du: jour,
    /** Last day covered; null while it runs. */
    au: jour.nullable(),
  })
  .refine(({ du, au }) => au === null || au >= du, 'la couverture finit avant de commencer')
export type FaitsBeneficiaire = z.infer<typeof beneficiaire>

/** A formule of the contract, as a member reads it. */
export const formuleDatee = z.strictObject({ formule: nom, du: jour, au: jour.nullable() })
export type FaitsFormule = z.infer<typeof formuleDatee>

export const beneficiaireDeCarte = z.strictObject({
  ...identite,
  /** Rank of birth of twins, as the AMO counts. */
  rang: z.int().min(1).max(9),
})

const donnee = z.discriminatedUnion('type', [
  z.object({ type: z.literal('montant'), valeur: centimes }),
  z.object({ type: z.literal('date'), valeur: jour }),
  z.object({ type: z.literal('pourcentage'), valeur: z.number() }),
  z.object({ type: z.literal('nombre'), valeur: z.number(), unite: z.string().exactOptional() }),
  z.object({ type: z.literal('code'), valeur: z.string() }),
])

export const motif: z.ZodType<Motif> = z.object({
  code: z.string().min(1),
  article: z.templateLiteral([z.string().min(1), '/', z.string().min(1)]),
  donnees: z.record(z.string(), donnee),
})

/** A ground, and the article in the words of its catalogue: « Article 13, « Délais ». Règlement …, édition 2025. » */
export const fondement = z.strictObject({ motif, article: texte })
export type Fondement = z.infer<typeof fondement>

/**
 * What is known only when the paper is issued, and is not one of its facts: the same facts issued again are the same paper.
 */
export interface Emission {
  readonly emisLe: DateCivile
  /** Without a hole, for the papers that have one. */
  readonly numero: string | null
  /** Opaque address printed as a QR code; ASCII. */
  readonly urlVerification: string | null
  /** The account number that some facts name only by its id: opened from its sealed column for one printing, kept nowhere. */
  readonly iban?: string
  /** The code that a letter names only by a mark, opened the same way; null: it was replaced since. */
  readonly codeAcces?: string | null
}
