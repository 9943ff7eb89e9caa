import { z } from 'zod'
import { champMontant } from '@/lib/formulaire/champs'
import { champDioptries } from '@/lib/formulaire/dioptries'
import { MONTURES, VERRES, VERRES_ORDONNANCE } from '@/lib/lexique/soins/yeux'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { type Correction, classerVerre } from '@/lib/rules/remboursement/classer-verre'
import { motifDeRenouvellement, type Ordonnance } from '@/lib/rules/remboursement/comparer-corrections'
import type { ClasseOptique, MotifRenouvellement, TypeVerre } from '@/lib/rules/remboursement/faits'

const MAXIMUM = montant(100_000_00)
const PRIX = 'Indiquez le prix, par exemple 30 ou 30,50.'
const CODES_MONTURES = ['', ...MONTURES.map((m) => m.code)]
const CODES_VERRES = ['', ...[...VERRES, ...VERRES_ORDONNANCE].map((v) => v.code)]
const MOTIFS = ['', 'EVOLUTION_VUE', 'MAUVAISE_ADAPTATION'] as const

const parmi = (demande: string, codes: readonly string[]) =>
  z
    .string()
    .refine((valeur) => codes.includes(valeur), demande)
    .default('')
const prix = champMontant(PRIX, MAXIMUM).default(null)
const sphere = champDioptries('-2,25').default(null)
const cylindre = champDioptries('-0,50').default(null)
const addition = champDioptries('2,00').default(null)

/** A pair of glasses as its estimate and its prescription tell it. */
export const champsLunettes = {
  monture: parmi('Choisissez la monture.', CODES_MONTURES),
  prixMonture: prix,
  verreDroit: parmi('Choisissez le verre.', CODES_VERRES),
  prixVerreDroit: prix,
  sphereDroit: sphere,
  cylindreDroit: cylindre,
  additionDroit: addition,
  verreGauche: parmi('Choisissez le verre.', CODES_VERRES),
  prixVerreGauche: prix,
  sphereGauche: sphere,
  cylindreGauche: cylindre,
  additionGauche: addition,
  sphereAvantDroit: sphere,
  cylindreAvantDroit: cylindre,
  additionAvantDroit: addition,
  sphereAvantGauche: sphere,
  cylindreAvantGauche: cylindre,
  additionAvantGauche: addition,
  renouvellement: z.enum(MOTIFS, { error: 'Dites pourquoi vous changez de lunettes.' }).default(''),
}

const dioptries = z.number().nullable().default(null)
const cents = z.custom<Montant | null>().default(null)

/** The same once read; empty when the care is not glasses. */
export const lunettesLues = z.object({
  monture: z.string().default(''),
  prixMonture: cents,
  verreDroit: z.string().default(''),
  prixVerreDroit: cents,
  sphereDroit: dioptries,
  cylindreDroit: dioptries,
  additionDroit: dioptries,
  verreGauche: z.string().default(''),
  prixVerreGauche: cents,
  sphereGauche: dioptries,
  cylindreGauche: dioptries,
  additionGauche: dioptries,
  sphereAvantDroit: dioptries,
  cylindreAvantDroit: dioptries,
  additionAvantDroit: dioptries,
  sphereAvantGauche: dioptries,
  cylindreAvantGauche: dioptries,
  additionAvantGauche: dioptries,
  renouvellement: z.enum(MOTIFS).default(''),
})
type Lu = z.output<typeof lunettesLues>

type Dire = (champ: string, message: string) => void

export interface ElementSaisi {
  readonly code: string
  readonly prix: Montant | null
}

/** The act of a class B lens is its type. */
const CLASSE_B: Readonly<Record<TypeVerre, string>> = {
  SIMPLE: 'OPT-B-S',
  COMPLEXE: 'OPT-B-C',
  TRES_COMPLEXE: 'OPT-B-T',
}

/** Up to this sphere, a class A single-vision lens is of the weak ones. */
const SPHERE_FAIBLE = 2

/** The strongest of the two meridians of a lens. */
const plusFortePuissance = ({ sphere: s, cylindre: c = 0 }: Correction): number =>
  Math.max(Math.abs(s), Math.abs(s + c))

/** The act of a lens, by its correction. Null: the nomenclature known here has no such class A lens, whose price is on the estimate. */
export function acteDuVerre(classe: ClasseOptique, correction: Correction): string | null {
  const type = classerVerre(correction)
  if (classe === 'B') return CLASSE_B[type]
  if ((correction.addition ?? 0) > 0) return type === 'COMPLEXE' ? '2264884' : null
  if (type !== 'SIMPLE') return null
  return plusFortePuissance(correction) <= SPHERE_FAIBLE ? 'OPT-A-U1' : 'OPT-A-U2'
}

type Cote = 'Droit' | 'Gauche'

/** The correction of an eye, as far as it is copied; `Avant`: of the glasses to renew. */
function correctionDe(oeil: Cote | `Avant${Cote}`, l: Lu): Correction | null {
  const [sphere, cylindre, addition] = [l[`sphere${oeil}`], l[`cylindre${oeil}`], l[`addition${oeil}`]]
  if (sphere === null && cylindre === null && addition === null) return null
  return {
    sphere: sphere ?? 0,
    ...(cylindre === null ? {} : { cylindre }),
    ...(addition === null ? {} : { addition }),
  }
}

const TYPES: Readonly<Record<string, TypeVerre>> = {
  'OPT-B-S': 'SIMPLE',
  'OPT-B-C': 'COMPLEXE',
  'OPT-B-T': 'TRES_COMPLEXE',
}
const DITS: Readonly<Record<TypeVerre, string>> = {
  SIMPLE: 'simple',
  COMPLEXE: 'complexe',
  TRES_COMPLEXE: 'très complexe',
}

/** The act of a lens: the one chosen, or the one that its correction tells. */
function verreLu(cote: Cote, l: Lu, dire: Dire): string {
  const choisi = l[`verre${cote}`]
  const correction = correctionDe(cote, l)
  const classe = VERRES_ORDONNANCE.find((v) => v.code === choisi)?.classe
  const oeil = `l’œil ${cote.toLowerCase()}`
  if (correction?.addition !== undefined && correction.addition < 0)
    dire(`addition${cote}`, 'Une addition n’est jamais négative.')
  if (classe === undefined) {
    const attendu = TYPES[choisi]
    const type = correction === null ? attendu : classerVerre(correction)
    if (attendu !== undefined && type !== undefined && type !== attendu)
      dire(`verre${cote}`, `D’après l’ordonnance de ${oeil}, ce verre est « ${DITS[type]} ».`)
    return choisi
  }
  if (correction === null) {
    dire(`sphere${cote}`, `Recopiez la sphère de ${oeil} : 0 si l’ordonnance n’en porte pas.`)
    return choisi
  }
  const acte = acteDuVerre(classe, correction)
  if (acte === null)
    dire(
      `verre${cote}`,
      'Nous ne connaissons pas le prix 100 % Santé de ce verre : demandez un devis à l’opticien.',
    )
  return acte ?? choisi
}

/** A whole prescription: both eyes, or nothing. */
function ordonnanceDe(quand: '' | 'Avant', l: Lu): Ordonnance | null {
  const [droit, gauche] = [correctionDe(`${quand}Droit`, l), correctionDe(`${quand}Gauche`, l)]
  return droit === null || gauche === null ? null : { droit, gauche }
}

/** Why the glasses are renewed: what two copied prescriptions show, else what is answered. */
export function renouvellementDit(l: Lu, dire: Dire): MotifRenouvellement | null {
  const dit = l.renouvellement === '' ? null : l.renouvellement
  const [avant, apres] = [ordonnanceDe('Avant', l), ordonnanceDe('', l)]
  if (avant === null || apres === null || dit === 'MAUVAISE_ADAPTATION') return dit
  const montre = motifDeRenouvellement(avant, apres)
  if (dit === 'EVOLUTION_VUE' && montre === null)
    dire(
      'renouvellement',
      'D’après vos deux ordonnances, la vue n’a pas assez changé : il faut 0,50 d’écart sur un œil, 0,25 sur les deux, ou une addition nouvelle.',
    )
  return montre
}

/** What is bought: a frame, a lens by eye. */
export function elementsSaisis(l: Lu, dire: Dire): readonly ElementSaisi[] {
  const elements = [
    ['prixMonture', l.monture, l.prixMonture],
    ['prixVerreDroit', verreLu('Droit', l, dire), l.prixVerreDroit],
    ['prixVerreGauche', verreLu('Gauche', l, dire), l.prixVerreGauche],
  ] as const
  const choisis = elements.filter(([, acte]) => acte !== '')
  if (choisis.length === 0) dire('monture', 'Choisissez au moins une monture ou un verre.')
  for (const [champ, , valeur] of choisis) if ((valeur ?? 0) === 0) dire(champ, PRIX)
  return choisis.map(([, code, valeur]) => ({ code, prix: valeur }))
}
