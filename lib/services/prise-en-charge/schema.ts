import { z } from 'zod'
import {
  champDate,
  champFacultatif,
  champMontant,
  champTexte,
  valeursAResservir,
} from '@/lib/formulaire/champs'
import { estFiness } from '@/lib/formulaire/identifiants'
import { type ActeAChoisir, actesAChoisir, PHRASES_PRISE } from '@/lib/lexique/prises-en-charge'
import { ajouterMois } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'

export const GENRES_PRISE = ['PRISE_EN_CHARGE', 'DEVIS'] as const
export const NATURES_PRISE = ['HOSPITALISATION', 'OPTIQUE', 'DENTAIRE', 'AUDIO', 'AUTRE'] as const
export const SITUATIONS = ['HABITUELLE', 'ALD', 'MATERNITE'] as const

export const priseIdSchema = z.uuid()

/** Where a list goes on from: the last one read. */
export const suiteSchema = z.uuid().nullable().catch(null)

const genre = z.enum(GENRES_PRISE, { error: 'Dites si c’est une prise en charge ou un devis.' })
const nature = z.enum(NATURES_PRISE, { error: 'Choisissez la sorte de soins.' })

/** For which contract, and what. */
export const ouvertureSchema = z.object({
  numeroAdherent: champTexte('Indiquez le numéro d’adhérent.', 40),
  genre,
  nature,
})
/** As an address says it. */
export const choixPriseSchema = z.object({
  genre: genre.catch('PRISE_EN_CHARGE'),
  nature: nature.catch('HOSPITALISATION'),
})

const DMT = 'Indiquez la DMT : 3 chiffres, ou 5 avec le mode de traitement, comme sur le bulletin d’entrée.'
const RISQUE = 'Indiquez le code risque : 2 chiffres, par exemple 10 (maladie) ou 30 (maternité).'
const serrer = (texte: string | null): string | null => texte?.replace(/[\s/.-]/g, '').toUpperCase() ?? null

export const saisiePriseSchema = z
  .object({
    adhesion: z.uuid(),
    genre,
    nature,
    personne: z.uuid('Choisissez pour qui.'),
    professionnel: champTexte('Indiquez l’établissement ou le professionnel.', 200),
    finess: champFacultatif(20).transform(serrer),
    jour: champDate('Indiquez la date d’entrée, ou le jour prévu des soins.'),
    dmt: champFacultatif(10).transform(serrer),
    codeRisque: champFacultatif(10).transform(serrer),
  })
  .superRefine((s, ctx) => {
    const dire = (champ: string, message: string) => ctx.addIssue({ code: 'custom', path: [champ], message })
    if (s.finess !== null && !estFiness(s.finess))
      dire('finess', 'Ce numéro FINESS est faux : 9 caractères, sans erreur de recopie.')
    if (s.nature !== 'HOSPITALISATION') return
    const exige = s.genre === 'PRISE_EN_CHARGE'
    if (s.dmt === null ? exige : !/^\d{3}(\d{2})?$/.test(s.dmt)) dire('dmt', DMT)
    if (s.codeRisque === null ? exige : !/^\d{2}$/.test(s.codeRisque)) dire('codeRisque', RISQUE)
  })

/** Rows of the form; a longer estimate is two requests. */
export const RANGS = [0, 1, 2, 3, 4, 5] as const
const MAXIMUM = montant(100_000_00)

/** One act asked about, as the base keeps it. */
export interface ActeDemandeDePrise {
  readonly soin: string
  readonly acte: string
  readonly quantite: number
  readonly cote: 'DROIT' | 'GAUCHE' | null
  readonly prix: Montant | null
  readonly base: Montant | null
}

/** Beside which row of the form its mistakes are said. */
export interface ActeSaisi extends ActeDemandeDePrise {
  readonly rangee: number
}

const quantite = z
  .string()
  .default('')
  .transform((texte) => texte.trim())
  .pipe(z.string().regex(/^([1-9]\d{0,2})?$/, 'Écrivez un nombre entier, de 1 à 999.'))
  .transform((texte) => (texte === '' ? 1 : Number(texte)))
const prix = champMontant('Indiquez le prix, par exemple 30 ou 30,50.', MAXIMUM).default(null)

const champsDActe = (rang: number) => ({
  [`acte${rang}`]: z.string().default(''),
  [`quantite${rang}`]: quantite,
  [`prix${rang}`]: prix,
  [`base${rang}`]: prix,
  [`cote${rang}`]: z.enum(['', 'DROIT', 'GAUCHE'], { error: 'Choisissez le côté.' }).default(''),
})

const TOUS: ReadonlyMap<string, ActeAChoisir> = new Map(
  NATURES_PRISE.flatMap((une) => actesAChoisir(une).map((acte) => [acte.cle, acte])),
)
export const acteAChoisir = (cle: string): ActeAChoisir | undefined => TOUS.get(cle)

const lu = z.object({
  quantite: z.number(),
  prix: z.custom<Montant | null>(),
  base: z.custom<Montant | null>(),
  cote: z.enum(['', 'DROIT', 'GAUCHE']),
})

type Dire = (champ: string, message: string) => void

function acteDuRang(champs: Readonly<Record<string, unknown>>, rang: number, dire: Dire) {
  const cle = String(champs[`acte${rang}`])
  if (cle === '') return []
  const choisi = acteAChoisir(cle)
  if (choisi === undefined) {
    dire(`acte${rang}`, 'Choisissez un acte de la liste.')
    return []
  }
  const l = lu.parse(
    Object.fromEntries(['quantite', 'prix', 'base', 'cote'].map((nom) => [nom, champs[`${nom}${rang}`]])),
  )
  const cote = choisi.soin.champs.some((c) => c === 'oreille' || c === 'oeil')
  if (cote && l.cote === '') dire(`cote${rang}`, 'Dites de quel côté.')
  return [
    {
      soin: choisi.soin.code,
      acte: choisi.acte.code,
      quantite: l.quantite,
      prix: l.prix,
      base: l.base,
      cote: cote && l.cote !== '' ? l.cote : null,
      rangee: rang,
    } satisfies ActeSaisi,
  ]
}

const VALIDITE_MOIS = 12
const tete = z.object({
  prise: z.uuid(),
  version: z.coerce.number().int().min(1),
  geste: z.enum(['APERCU', 'ACCORDER', 'REFUSER'], { error: 'Choisissez une décision.' }),
  situation: z.enum(SITUATIONS, { error: 'Choisissez la situation.' }).default('HABITUELLE'),
  secteur: z.enum(['DPTAM', 'NON_DPTAM'], { error: 'Choisissez le secteur.' }).default('DPTAM'),
  valideDu: champDate('Indiquez le premier jour de validité.'),
  valideAu: champDate('Indiquez le dernier jour de validité.'),
  raison: champFacultatif(1000),
  /** What the preview showed, in cents. */
  attendu: z.coerce.number().int().nullable().catch(null),
})

/** The page where staff decide: the acts, a preview, then the decision. */
export const decisionSchema = z.looseObject({}).transform((champs, ctx) => {
  const dire: Dire = (champ, message) => ctx.addIssue({ code: 'custom', message, path: [champ] })
  const forme = tete.safeParse(champs)
  const actes = z.object(Object.assign({}, ...RANGS.map(champsDActe))).safeParse(champs)
  for (const lecture of [forme, actes])
    for (const faute of lecture.error?.issues ?? []) dire(String(faute.path[0] ?? ''), faute.message)
  if (!forme.success || !actes.success) return z.NEVER
  const { valideDu, valideAu, geste } = forme.data
  if (valideAu < valideDu) dire('valideAu', 'Le dernier jour de validité ne peut pas précéder le premier.')
  if (valideAu > ajouterMois(valideDu, VALIDITE_MOIS)) dire('valideAu', 'Un accord vaut un an au plus.')
  const lignes = RANGS.flatMap((rang) => acteDuRang(actes.data, rang, dire))
  if (lignes.length === 0 && geste !== 'REFUSER') dire('acte0', PHRASES_PRISE.SANS_ACTE)
  return { ...forme.data, lignes, valeurs: valeursAResservir(new Map(Object.entries(champs))) }
})
export type DecisionSaisie = z.output<typeof decisionSchema>

export const suiviPriseSchema = z.object({
  prise: z.uuid(),
  version: z.coerce.number().int().min(1),
})
export const annulationPriseSchema = suiviPriseSchema.extend({
  raisonAnnulation: champTexte('Écrivez pourquoi cette demande est annulée.', 1000),
})
