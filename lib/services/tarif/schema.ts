import { z } from 'zod'
import { reglements } from '@/lib/reglements/catalogue'
import { type FormeTarif, formeDeTarif } from '@/lib/rules/cotisation/forme-tarif'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { tarifSchema } from '../question-cotisation/schema'

/** Une grille de tarif : une formule, une année. Elle ne se corrige plus une fois qu'une cotisation l'a lue. */
export const grilleSchema = z.strictObject({
  reglement: z.enum(Object.keys(reglements)),
  formule: z.string().min(1, 'est vide'),
  annee: z.int('est une année').min(2020, 'n’est pas connue').max(9998, 'est hors du calendrier'),
  /** Montants inventés pour la démonstration : rien d'imprimé ne les donne. */
  demonstration: z.boolean(),
  tarif: tarifSchema,
})

export type GrilleEcrite = z.input<typeof grilleSchema>
type TarifEcrit = GrilleEcrite['tarif']

/** As many bands as the form can show; a règlement prints fewer. */
export const RANGS_TRANCHES = 20
export const CHAMP_PAR_ROLE = { ADHERENT: 'adherent', CONJOINT: 'conjoint', ENFANT: 'enfant' } as const

type Champs = Readonly<Record<string, unknown>>
type Contexte = z.core.$RefinementCtx<Champs>

const texteDe = (champs: Champs, cle: string): string => {
  const valeur = champs[cle]
  return typeof valeur === 'string' ? valeur.normalize('NFKC').trim() : ''
}

const noter = (contexte: Contexte, champ: string, message: string): undefined => {
  contexte.addIssue({ code: 'custom', path: [champ], message, input: contexte.value[champ] })
}

/** « 44,20 » as it is typed, a figure or two after the comma of French. Undefined, and told, when it is not an amount. */
function lireEuros(contexte: Contexte, champ: string): string | undefined {
  const net = texteDe(contexte.value, champ).replace(/[\s€]/gu, '').replace(',', '.')
  if (net === '') return noter(contexte, champ, 'Indiquez ce montant en euros, par exemple 44,20.')
  const [euros = '', cents = ''] = net.split('.')
  if (!/^\d{1,6}(?:\.\d{1,2})?$/.test(net))
    return noter(contexte, champ, 'Écrivez ce montant en euros, avec deux chiffres après la virgule : 44,20.')
  return `${euros}.${cents.padEnd(2, '0')}`
}

function lirePourcentage(contexte: Contexte): number | undefined {
  const net = texteDe(contexte.value, 'pourcentage').replace(/[\s%]/gu, '').replace(',', '.')
  if (/^\d{1,3}(?:\.\d{1,4})?$/.test(net) && Number(net) > 0 && Number(net) <= 100) return Number(net)
  return noter(contexte, 'pourcentage', 'Indiquez un pourcentage du plafond, par exemple 1,46.')
}

interface Tranche {
  readonly de: number
  readonly a: number | null
  readonly mensuel: string
}

const REMPLIE = (champs: Champs, rang: number): boolean =>
  texteDe(champs, `jusqua-${rang}`) !== '' || texteDe(champs, `mensuel-${rang}`) !== ''

/** The bands: « until that age » and an amount; each begins where the one before ends, only the last one has no end. */
function lireTranches(contexte: Contexte): Tranche[] {
  const rangs = [...Array(RANGS_TRANCHES).keys()].filter((rang) => REMPLIE(contexte.value, rang))
  if (rangs.length === 0) noter(contexte, 'mensuel-0', 'Remplissez au moins une tranche d’âge.')
  const tranches: Tranche[] = []
  let de = 0
  for (const rang of rangs) {
    const champ = `jusqua-${rang}`
    const texte = texteDe(contexte.value, champ)
    const mensuel = lireEuros(contexte, `mensuel-${rang}`)
    const a = texte === '' ? null : /^\d{1,3}$/.test(texte) ? Number(texte) : Number.NaN
    if (Number.isNaN(a)) noter(contexte, champ, 'Indiquez un âge en années, par exemple 25.')
    else if (a === null && rang !== rangs.at(-1))
      noter(contexte, champ, 'Indiquez jusqu’à quel âge : seule la dernière tranche n’a pas de fin.')
    else if (a !== null && a < de)
      noter(contexte, champ, `Cet âge doit être au moins ${de} ans : la tranche précédente va jusque-là.`)
    if (mensuel !== undefined) tranches.push({ de, a, mensuel })
    if (a !== null && a >= de) de = a + 1
  }
  return tranches
}

function lireParRole(contexte: Contexte): TarifEcrit {
  const expression = contexte.value.expression
  if (expression === 'POURCENTAGE') return { pourcentagePmss: lirePourcentage(contexte) }
  if (expression !== 'MONTANTS')
    noter(contexte, 'expression', 'Dites si ce tarif est en euros ou en pourcentage du plafond.')
  return {
    mensuel: {
      ADHERENT: lireEuros(contexte, CHAMP_PAR_ROLE.ADHERENT),
      CONJOINT: lireEuros(contexte, CHAMP_PAR_ROLE.CONJOINT),
      ENFANT: lireEuros(contexte, CHAMP_PAR_ROLE.ENFANT),
    },
  }
}

function lireTarif(contexte: Contexte, forme: FormeTarif): TarifEcrit {
  switch (forme.forme) {
    case 'BASE':
      return { base: lireEuros(contexte, 'base') }
    case 'MODULES':
      return {
        modules: [...Array(forme.modules).keys()].flatMap((r) => lireEuros(contexte, `module-${r}`) ?? []),
      }
    case 'TRANCHES':
      return { enfant: lireEuros(contexte, 'enfant'), tranches: lireTranches(contexte) }
    case 'PAR_ROLE':
      return lireParRole(contexte)
  }
}

/** What must be typed for a formule; null when its règlement says nothing of contributions, or does not know it. */
export function formeDe(reglement: string, annee: number, formule: string): FormeTarif | null {
  const trouve = Object.values(reglements).find(({ id }) => id === reglement)
  try {
    return trouve === undefined ? null : formeDeTarif(trouve, annee, formule)
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return null
    throw erreur
  }
}

const entete = z.object({
  reglement: z.enum(Object.keys(reglements), 'Choisissez un règlement.'),
  formule: z.string('Choisissez une formule.').min(1, 'Choisissez une formule.'),
  annee: z
    .string('Indiquez l’année.')
    .regex(/^20[2-9][0-9]$/, 'Indiquez l’année en quatre chiffres, par exemple 2027.'),
  demonstration: z.literal('oui').optional(),
})

/** What the entry form sends, read in the shape of its règlement and formule: every mistake beside its field, at once. */
export const saisieTarifSchema = z.looseObject({}).transform((champs, contexte): GrilleEcrite => {
  const lu = entete.safeParse(champs)
  for (const faute of lu.success ? [] : lu.error.issues)
    noter(contexte, String(faute.path[0] ?? ''), faute.message)
  if (!lu.success) return z.NEVER
  const { reglement, formule, demonstration } = lu.data
  const annee = Number(lu.data.annee)
  const forme = formeDe(reglement, annee, formule)
  if (forme === null) {
    noter(contexte, 'formule', 'Ce règlement n’a pas de tarif pour cette formule : choisissez-en une autre.')
    return z.NEVER
  }
  return {
    reglement,
    formule,
    annee,
    demonstration: demonstration === 'oui',
    tarif: lireTarif(contexte, forme),
  }
})

export const miseEnVigueurSchema = z.object({ tarif: z.uuid('Ce tarif est introuvable.') })
export const identifiantTarifSchema = z.uuid()
export const anneeTarifSchema = z.coerce.number().int().min(2020).max(2100).nullable().catch(null)
/** « règlement.formule » in the address; anything else is no choice. */
export const choixFormuleSchema = z.string().max(100).nullable().catch('')
