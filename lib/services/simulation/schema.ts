import { z } from 'zod'
import { champDate, champMontant, valeursAResservir } from '@/lib/formulaire/champs'
import type { NomChamp, SoinASimuler } from '@/lib/lexique/soins/soin'
import { soinASimuler } from '@/lib/lexique/soins-a-simuler'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant, ZERO } from '@/lib/rules/montant/montant'
import type { MotifRenouvellement } from '@/lib/rules/remboursement/faits'
import {
  champsLunettes,
  elementsSaisis,
  lunettesLues,
  renouvellementDit,
} from '../simulation-lunettes/schema'

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
  readonly situation: (typeof SITUATIONS)[number]
  readonly css: boolean
  readonly regimeLocal: boolean
  readonly joursDeSoins: number
  readonly renouvellement: MotifRenouvellement | null
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

const NON_CONVENTIONNE =
  'Nous ne savons pas faire ce calcul ici : l’Assurance maladie rembourse un médecin non conventionné sur un tarif de moins de 2 €, et presque tout reste à votre charge. Demandez-nous un calcul par la messagerie, avec le devis, ou choisissez un médecin conventionné sur annuairesante.ameli.fr.'

const SITUATIONS = ['HABITUELLE', 'ALD', 'MATERNITE', 'ACCIDENT_TRAVAIL'] as const
const OUI_NON = ['OUI', 'NON'] as const
const entier = (demande: string) =>
  z
    .string({ error: demande })
    .transform((texte) => texte.trim())
    .pipe(z.string().regex(/^[1-9]\d{0,2}$/, 'Écrivez un nombre entier, de 1 à 999.'))
    .transform(Number)

/** The description of each field: what it accepts. */
const CHAMPS: Readonly<Record<NomChamp, (soin: SoinASimuler) => z.ZodRawShape>> = {
  // A kind of care of a single act asks nothing.
  acte: ({ actes }) => {
    const codes = actes.map((a) => a.code)
    return codes.length === 1 ? {} : { acte: code('Choisissez ce dont il s’agit.', codes) }
  },
  prix: ({ prixReglemente }) => ({ prix: prixReglemente === true ? prix : prixDemande }),
  base: () => ({ base: champMontant(BASE, MAXIMUM) }),
  secteur: () => ({
    secteur: parmi('Choisissez le secteur du médecin.', ['DPTAM', 'NON_DPTAM', 'NON_CONVENTIONNE']).refine(
      (secteur) => secteur !== 'NON_CONVENTIONNE',
      NON_CONVENTIONNE,
    ),
  }),
  parcours: () => ({
    parcours: parmi('Dites si le médecin traitant vous envoie.', ['OUI', 'EXCEPTION', 'NON']),
  }),
  situation: () => ({ situation: parmi('Choisissez la situation.', SITUATIONS) }),
  quantite: () => ({ quantite: entier('Indiquez combien.') }),
  jours: () => ({ jours: entier('Indiquez en combien de jours.') }),
  css: () => ({ css: parmi('Répondez oui ou non.', OUI_NON).default('NON') }),
  regimeLocal: () => ({ regimeLocal: parmi('Répondez oui ou non.', OUI_NON).default('NON') }),
  oreille: () => ({ cote: parmi('Dites quelle oreille.', ['DROIT', 'GAUCHE']) }),
  oeil: () => ({ cote: parmi('Dites quel œil.', ['DROIT', 'GAUCHE']) }),
  maternite: () => ({ maternite: parmi('Dites si c’est à la maternité.', ['OUI', 'NON']) }),
  lunettes: () => champsLunettes,
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
const lu = lunettesLues.extend({
  personne: z.string(),
  date: z.custom<DateCivile>(),
  acte: z.string().optional(),
  prix: z.custom<Montant | null>().optional(),
  base: z.custom<Montant | null>().optional(),
  secteur: z.string().default('DPTAM'),
  parcours: z.string().default('OUI'),
  situation: z.enum(SITUATIONS).default('HABITUELLE'),
  quantite: z.number().default(1),
  jours: z.number().optional(),
  css: z.string().default('NON'),
  regimeLocal: z.string().default('NON'),
  cote: z.enum(['DROIT', 'GAUCHE']).nullable().default(null),
  maternite: z.string().default('NON'),
  inscription: z.custom<DateCivile>().nullable().default(null),
  autres: z.custom<Montant | null>().optional(),
})
type Lu = z.output<typeof lu>

type Dire = (champ: string, message: string) => void

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
    if (l.jours !== undefined && l.jours > l.quantite)
      dire('jours', 'Il ne peut pas y avoir plus de jours que de soins.')
    const actes = soin.champs.includes('lunettes')
      ? elementsSaisis(l, dire).map((e) => ({ ...e, base: null, quantite: 1, cote: null }))
      : [acteDe(soin, l)]
    return {
      soin,
      personne: l.personne,
      jour: l.date,
      actes,
      dptam: l.secteur !== 'NON_DPTAM',
      // Nobody has to be sent by a doctor at the end of a pregnancy.
      parcours: l.situation === 'MATERNITE' || l.parcours !== 'NON',
      situation: l.situation,
      css: l.css === 'OUI',
      regimeLocal: l.regimeLocal === 'OUI',
      joursDeSoins: l.jours ?? (soin.unite?.unParJour === true ? l.quantite : 1),
      renouvellement: renouvellementDit(l, dire),
      maternite: l.maternite === 'OUI',
      autres: autresDe(l, actes, dire),
      enfantLe: l.inscription,
      valeurs: valeursAResservir(new Map(Object.entries(champs))),
    }
  })
