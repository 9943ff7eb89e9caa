import { z } from 'zod'
import fr from 'zod/v4/locales/fr.js'

/** Who may tell us who somebody is (OpenID Connect): read from PORTAIL_FOURNISSEURS, a JSON list. Pure: env.ts reads it at start. */
const hote = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/,
    'attend un nom d’hôte, avec son port s’il le faut, sans « https:// »',
  )

const LOCAUX = new Set(['localhost', '127.0.0.1'])

/** Plain http only on this very machine: a demonstration, a test. */
const emetteur = z.url().refine((texte) => {
  const { protocol, hostname, search, hash, username, password } = new URL(texte)
  const sur = protocol === 'https:' || (protocol === 'http:' && LOCAUX.has(hostname))
  return sur && search === '' && hash === '' && username === '' && password === ''
}, 'attend une adresse https, sans paramètre, recopiée telle que le fournisseur l’écrit (« issuer »)')

const clePrivee = z.looseObject(
  { kty: z.enum(['RSA', 'EC', 'OKP']), alg: z.string().min(1), d: z.string().min(1) },
  'attend une clé privée au format JWK, avec « alg »',
)

const fournisseurSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'attend des minuscules, chiffres et tirets'),
    libelle: z.string().min(1).max(40),
    /** Whose accounts it may open: the members', or those of the staff, some of whom are health professionals. */
    public: z.enum(['ADHERENTS', 'PROFESSIONNELS']),
    emetteur,
    clientId: z.string().min(1),
    clientSecret: z.string().min(16, 'attend au moins 16 caractères').optional(),
    clePrivee: clePrivee.optional(),
    authentification: z.enum(['client_secret_post', 'client_secret_basic']).default('client_secret_post'),
    scopes: z
      .string()
      .regex(/^openid( \S+)*$/, 'commence par « openid »')
      .default('openid'),
    /** Levels of assurance accepted, the one demanded first; empty: whatever the provider says. */
    acr: z.array(z.string().regex(/^\S+$/)).max(10).default([]),
    /** Signature of the id_token. Shared secrets and « none » are not on the list. */
    algorithme: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
    /** Other hosts that the provider's own document may name, beside that of the issuer. */
    hotes: z.array(hote).max(5).default([]),
    /** The provider wants to be told of a logout (its end_session_endpoint). */
    deconnexion: z.boolean().default(false),
    /** The provider is on a private network: its addresses need not be public. */
    reseauPrive: z.boolean().default(false),
  })
  .refine(
    ({ clientSecret, clePrivee: cle }) => (clientSecret === undefined) !== (cle === undefined),
    'attend soit clientSecret, soit clePrivee',
  )

export type Fournisseur = Readonly<z.output<typeof fournisseurSchema>>

const doublon = (valeurs: readonly string[]): boolean => new Set(valeurs).size !== valeurs.length

const listeSchema = z
  .array(fournisseurSchema)
  .max(10)
  .refine((liste) => !doublon(liste.map(({ id }) => id)), 'un « id » paraît deux fois')
  .refine((liste) => !doublon(liste.map((un) => un.emetteur)), 'un « emetteur » paraît deux fois')

/** Text of the variable → providers. Sentences name what is wrong, never a value. */
export const fournisseursSchema = z.string().transform((texte, contexte): readonly Fournisseur[] => {
  const refuser = (message: string) => {
    contexte.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  let brut: unknown
  try {
    brut = JSON.parse(texte)
  } catch {
    // The parser's own sentence would quote the text, secrets included.
    return refuser('n’est pas du JSON : attend une liste [{…}]')
  }
  const lu = listeSchema.safeParse(brut, { error: fr().localeError })
  if (lu.success) return lu.data
  return refuser(
    lu.error.issues.map(({ path, message }) => `${path.join('.') || 'liste'} ${message}`).join(', '),
  )
})
