import { z } from 'zod'
import { fournisseursSchema } from './fournisseurs'

/** The environment of the running server. Parsed once, at first use; `npm start` says the same in French before. */
const cle32 = z
  .string()
  .refine((texte) => Buffer.from(texte, 'base64').length === 32, 'attend 32 octets en base64')

const trousseau = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,16}:[A-Za-z0-9+/=]+(,[A-Za-z0-9_-]{1,16}:[A-Za-z0-9+/=]+)*$/,
    'attend id:base64[,id:base64…]',
  )
  .transform((texte) =>
    texte.split(',').map((paire) => {
      const [id = '', base64 = ''] = paire.split(':')
      return { id, octets: Buffer.from(base64, 'base64') }
    }),
  )
  .refine((cles) => cles.every((cle) => cle.octets.length === 32), 'chaque clé fait 32 octets')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.url(),
  PORTAIL_URL: z.url(),
  PORTAIL_SECRET: z.string().min(32),
  PORTAIL_CLES: trousseau,
  PORTAIL_CLE_INDEX: cle32,
  /** Seals the backups; without it the ring does. */
  PORTAIL_CLE_SAUVEGARDE: cle32.optional(),
  PORTAIL_TODAY: z.iso.date().optional(),
  PORTAIL_DEMO: z.enum(['0', '1']).default('0'),
  PORTAIL_DATA: z.string().default('.data'),
  /** Number of trusted reverse proxies in front of the server; 0 = X-Forwarded-For is ignored. */
  PORTAIL_RELAIS: z.coerce.number().int().min(0).max(5).default(0),
  SMTP_URL: z.url().optional(),
  /** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`; without it received files are not scanned. */
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  /** Outside sign-in, JSON; without it there is none. */
  PORTAIL_FOURNISSEURS: fournisseursSchema.default([]),
})

export type Env = z.infer<typeof schema>

let lu: Env | undefined

/** @throws {Error} naming every variable that is missing or malformed, never its value. */
export function env(): Env {
  if (lu !== undefined) return lu
  const vides = Object.fromEntries(Object.entries(process.env).filter(([, valeur]) => valeur !== ''))
  const resultat = schema.safeParse(vides)
  if (!resultat.success) {
    const fautes = resultat.error.issues.map((faute) => `${faute.path.join('.')} : ${faute.message}`)
    throw new Error(`Environnement invalide. ${fautes.join(' ; ')}`)
  }
  lu = resultat.data
  return lu
}
