import { z } from 'zod'
import { champDate, champMontant, valeursAResservir } from '@/lib/formulaire/champs'
import type { NomChamp, SoinASimuler } from '@/lib/lexique/soins/soin'
import { MONTURES, VERRES } from '@/lib/lexique/soins/yeux'
import { soinASimuler } from '@/lib/lexique/soins-a-simuler'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant, ZERO } from '@/lib/rules/montant/montant'

/** One act asked about, for all of its quantity. */
export interface ActeSaisi {
  readonly code: string
  readonly prix: Montant | null
  readonly base: Montant | null
  readonly quantite: number
  readonly cote: 'DROIT' | 'GAUCHE' | null
}

/** What a form of simulation says, whatever the care. */
export interface Demande {
  readonly soin: SoinASimuler
  readonly personne: string
  readonly jour: DateCivile
  readonly actes: readonly ActeSaisi[]
  readonly dptam: boolean
  readonly parcours: boolean
  readonly situation: 'HABITUELLE' | 'ALD' | 'MATERNITE'
  readonly maternite: boolean
  readonly autres: Montant
  /** The day on which the child of a prime joins the contract. */
  readonly enfantLe: DateCivile | null
  /** As typed, to show again. */
  readonly valeurs: Readonly<Record<string, string>>
}

const MAXIMUM = montant(100_000_00)
const PRIX = 'Indiquez le prix, par exemple 30 ou 30,50.'
const BASE = 'Indiquez la base de remboursement, ou laissez vide si vous ne la connaissez pas.'

const code = (demande: string, codes: readonly string[]) =>
  z.string({ error: demande }).refine((valeur) => codes.includes(valeur), demande)
const parmi = <const V extends string>(demande: string, valeurs: readonly [V, ...V[]]) =>
  z.enum(valeurs, { error: demande })
const prix = champMontant(PRIX, MAXIMUM)
const prixDemande = prix.refine((valeur) => valeur !== null && valeur > 0, PRIX)

const verre = (cote: string) => ({
  [`verre${cote}`]: code('Choisissez le verre.', ['', ...VERRES.map((v) => v.code)]).default(''),
  [`prixVerre${cote}`]: prix.default(null),
})

/** The description of each field: what it accepts. */
const CHAMPS: Readonly<Record<NomChamp, (soin: SoinASimuler) => z.ZodRawShape>> = {
  // A kind of care of a single act asks nothing.
  acte: ({ actes }) => {
    const codes = actes.map((a) => a.code)
    return codes.length === 1 ? {} : { acte: code('Choisissez ce dont il s’agit.', codes) }
  },
  prix: ({ prixReglemente }) => ({ prix: prixReglemente === true ? prix : prixDemande }),
  base: () => ({ base: champMontant(BASE, MAXIMUM) }),
  secteur: () => ({ secteur: parmi('Choisissez le secteur du médecin.', ['DPTAM', 'NON_DPTAM']) }),
  parcours: () => ({ parcours: parmi('Dites si le médecin traitant vous envoie.', ['OUI', 'NON']) }),
  situation: () => ({ situation: parmi('Choisissez la situation.', ['HABITUELLE', 'ALD', 'MATERNITE']) }),
  quantite: () => ({
    quantite: z
      .string({ error: 'Indiquez combien.' })
      .transform((texte) => texte.trim())
      .pipe(z.string().regex(/^[1-9]\d{0,2}$/, 'Écrivez un nombre entier, de 1 à 999.'))
      .transform(Number),
  }),
  oreille: () => ({ cote: parmi('Dites quelle oreille.', ['DROIT', 'GAUCHE']) }),
  oeil: () => ({ cote: parmi('Dites quel œil.', ['DROIT', 'GAUCHE']) }),
  maternite: () => ({ maternite: parmi('Dites si c’est à la maternité.', ['OUI', 'NON']) }),
  lunettes: () => ({
    monture: code('Choisissez la monture.', ['', ...MONTURES.map((m) => m.code)]).default(''),
    prixMonture: prix.default(null),
    ...verre('Droit'),
    ...verre('Gauche'),
  }),
  enfant: () => ({ inscription: champDate('Indiquez le jour où l’enfant rejoint le contrat.') }),
  autres: () => ({ autres: champMontant('Indiquez ce que paie l’autre mutuelle.', MAXIMUM) }),
}

const schemaDe = (soin: SoinASimuler) =>
  z.object({
    personne: z.uuid('Choisissez pour qui.'),
    date: champDate('Indiquez le jour du soin, même approximatif.'),
    ...Object.assign({}, ...soin.champs.map((nom) => CHAMPS[nom](soin))),
  })

/** Every field that some form has, once read. */
const lu = z.object({
  personne: z.string(),
  date: z.custom<DateCivile>(),
  acte: z.string().optional(),
  prix: z.custom<Montant | null>().optional(),
  base: z.custom<Montant | null>().optional(),
  secteur: z.string().default('DPTAM'),
  parcours: z.string().default('OUI'),
  situation: z.enum(['HABITUELLE', 'ALD', 'MATERNITE']).default('HABITUELLE'),
  quantite: z.number().default(1),
  cote: z.enum(['DROIT', 'GAUCHE']).nullable().default(null),
  maternite: z.string().default('NON'),
  inscription: z.custom<DateCivile>().nullable().default(null),
  autres: z.custom<Montant | null>().optional(),
  monture: z.string().default(''),
  prixMonture: z.custom<Montant | null>().optional(),
  verreDroit: z.string().default(''),
  prixVerreDroit: z.custom<Montant | null>().optional(),
  verreGauche: z.string().default(''),
  prixVerreGauche: z.custom<Montant | null>().optional(),
})
type Lu = z.output<typeof lu>

type Dire = (champ: string, message: string) => void

function lunettes(l: Lu, dire: Dire): ActeSaisi[] {
  const elements = [
    ['prixMonture', l.monture, l.prixMonture],
    ['prixVerreDroit', l.verreDroit, l.prixVerreDroit],
    ['prixVerreGauche', l.verreGauche, l.prixVerreGauche],
  ] as const
  const choisis = elements.filter(([, acte]) => acte !== '')
  if (choisis.length === 0) dire('monture', 'Choisissez au moins une monture ou un verre.')
  for (const [champ, , valeur] of choisis) if ((valeur ?? 0) === 0) dire(champ, PRIX)
  return choisis.map(([, acte, valeur]) => ({
    code: acte,
    prix: valeur ?? null,
    base: null,
    quantite: 1,
    cote: null,
  }))
}

function acteDe(soin: SoinASimuler, l: Lu): ActeSaisi {
  const choisi = soin.actes.find((a) => a.code === l.acte) ?? soin.actes[0]
  return {
    code: l.secteur === 'NON_DPTAM' ? (choisi.sansOption ?? choisi.code) : choisi.code,
    prix: l.prix ?? null,
    base: l.base ?? null,
    quantite: l.quantite,
    cote: l.cote,
  }
}

/** A first mutuelle cannot have paid more than the whole. */
function autresDe(l: Lu, actes: readonly ActeSaisi[], dire: Dire): Montant {
  const autres = l.autres ?? ZERO
  const total = actes.reduce((t, a) => t + (a.prix ?? 0), 0)
  if (autres > total && actes.every((a) => a.prix !== null))
    dire('autres', 'L’autre mutuelle ne peut pas payer plus que le prix.')
  return autres
}

/** The form of any care: its own fields, in the order of the page. */
export const simulationSchema = z
  .looseObject({ soin: z.string({ error: 'Choisissez un soin.' }) })
  .transform((champs, ctx): Demande => {
    const dire: Dire = (champ, message) => ctx.addIssue({ code: 'custom', message, path: [champ] })
    const soin = soinASimuler(champs.soin)
    if (soin === undefined) {
      dire('', 'Ce soin n’est pas dans la liste : revenez au choix du soin.')
      return z.NEVER
    }
    const forme = schemaDe(soin).safeParse(champs)
    if (!forme.success) {
      for (const faute of forme.error.issues) dire(String(faute.path[0] ?? ''), faute.message)
      return z.NEVER
    }
    const l = lu.parse(forme.data)
    if (l.inscription !== null && l.inscription < l.date)
      dire('inscription', 'L’enfant ne peut pas rejoindre le contrat avant sa naissance.')
    const actes = soin.champs.includes('lunettes') ? lunettes(l, dire) : [acteDe(soin, l)]
    return {
      soin,
      personne: l.personne,
      jour: l.date,
      actes,
      dptam: l.secteur !== 'NON_DPTAM',
      // Nobody has to be sent by a doctor at the end of a pregnancy.
      parcours: l.situation === 'MATERNITE' || l.parcours !== 'NON',
      situation: l.situation,
      maternite: l.maternite === 'OUI',
      autres: autresDe(l, actes, dire),
      enfantLe: l.inscription,
      valeurs: valeursAResservir(new Map(Object.entries(champs))),
    }
  })
