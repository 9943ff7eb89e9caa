import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isValidIBAN } from 'ibantools'
import { z } from 'zod'
import { estIcs } from '@/lib/flux/sepa/identifiants'
import { PERIODICITES_RELEVE } from '@/lib/rules/date/periode-releve'
import { couleurLisible } from './couleurs'

const couleur = z.string().regex(/^#[0-9a-f]{6}$/i, 'attend une couleur #rrggbb')

const schema = z.strictObject({
  nom: z.string().min(1),
  nomCourt: z.string().min(1),
  forme: z.string().min(1),
  siren: z.string().min(1),
  /** Number under which the AMO and the professionals know the mutuelle; received files must carry it. */
  numeroAmc: z.string().regex(/^[0-9A-Z]{8,10}$/),
  /** SEPA creditor identifier. */
  ics: z
    .string()
    .refine(
      estIcs,
      "n'est pas un identifiant créancier SEPA (ICS) français : recopiez celui de la banque, clé comprise",
    ),
  /** The account that pays benefits and receives contributions, and the formats its bank reads. */
  banque: z.strictObject({
    titulaire: z.string().min(1),
    iban: z.string().refine((iban) => isValidIBAN(iban), "n'est pas un IBAN valable"),
    formatVirement: z.enum(['pain.001.001.03', 'pain.001.001.09']),
    formatPrelevement: z.enum(['pain.008.001.02', 'pain.008.001.08']),
  }),
  adresse: z.array(z.string()).min(1),
  telephone: z.string(),
  horaires: z.string(),
  email: z.email(),
  site: z.url(),
  mediateur: z.strictObject({ nom: z.string(), adresse: z.array(z.string()), site: z.url() }),
  dpo: z.email(),
  hebergeur: z.string(),
  directeurPublication: z.string(),
  couleurs: z.strictObject({
    action: couleur.refine((c) => couleurLisible(c, 'clair'), 'ne se lit pas assez sur fond clair (4,5 : 1)'),
    actionSombre: couleur.refine(
      (c) => couleurLisible(c, 'sombre'),
      'ne se lit pas assez sur fond sombre (4,5 : 1)',
    ),
  }),
  /** Règlements of the catalogue that this organisme carries. */
  reglements: z.array(z.string()).min(1),
  /** Days between the letter that explains a sum paid in error and the first retention: time to answer, or to ask for instalments. */
  indus: z.strictObject({ delaiExplicationJours: z.number().int().min(15).max(365) }),
  promesses: z.strictObject({
    messagerieHeures: z.number().int().positive(),
    remboursementFluxHeures: z.number().int().positive(),
    remboursementPapierJours: z.number().int().positive(),
    /** Working days to decide a request, where no text gives a delay. */
    demandeJoursOuvres: z.number().int().positive(),
  }),
  /** What one may write about, and the team that answers. */
  objetsMessagerie: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z_]{1,40}$/),
        libelle: z.string().min(1).max(100),
        equipe: z.enum(['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'MEDICAL', 'RECLAMATIONS']),
      }),
    )
    .min(1)
    .refine(
      (objets) => new Set(objets.map(({ code }) => code)).size === objets.length,
      'un code paraît deux fois',
    ),
  /** Whom to call when it cannot wait for an answer in writing. */
  urgence: z.strictObject({ phrase: z.string().min(1), telephone: z.string().min(1) }),
  /** What the carte de tiers payant prints: care for which members advance nothing, at once or once the mutuelle has answered. */
  tiersPayant: z.strictObject({
    typeConvention: z.string().max(10).nullable(),
    /** Critère secondaire de routage. */
    csr: z.string().max(20).nullable(),
    domaines: z.array(
      z.strictObject({ domaine: z.string().min(1), condition: z.enum(['DIRECT', 'SUR_ACCORD']) }),
    ),
  }),
  /** How often relevés de prestations are made. */
  periodeReleve: z.enum(PERIODICITES_RELEVE),
  /** True: the pages say that the organisme does not exist. */
  fictif: z.boolean(),
})

export type Organisme = z.infer<typeof schema>

let lu: Organisme | undefined

/** The organisme of this deployment, from `organisme.json` in the working directory. @throws {Error} naming each wrong key. */
export function organisme(): Organisme {
  lu ??= lireOrganisme(readFileSync(join(process.cwd(), 'organisme.json'), 'utf8'))
  return lu
}

/** @throws {Error} naming each wrong key. */
export function lireOrganisme(texte: string): Organisme {
  const brut: unknown = JSON.parse(texte)
  const resultat = schema.safeParse(brut)
  if (resultat.success) return resultat.data
  const fautes = resultat.error.issues.map((faute) => `${faute.path.join('.')} : ${faute.message}`)
  throw new Error(`organisme.json est invalide. ${fautes.join(' ; ')}`)
}
