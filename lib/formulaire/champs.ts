import { z } from 'zod'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { normaliserEmail } from './adresse-email'
import type { ErreurChamp } from './etat'

/** No control character but the ends of lines, no half of a surrogate pair: neither Postgres nor a mail header takes them. */
const PROPRE = /^(?:[\t\n\r]|\P{Cc})*$/u
const propre = (texte: string): boolean => PROPRE.test(texte) && texte.isWellFormed()
const CARACTERES = 'Ce champ contient des caractères invisibles : tapez-le au lieu de le coller.'

const NOMBRE_MAX = 200
const LONGUEUR_MAX = 20_000

/** A line of text, trimmed, NFC. `demande`: the sentence shown when it is missing. */
export const champTexte = (demande: string, max = 200) =>
  z
    .string({ error: demande })
    .refine(propre, { error: CARACTERES, abort: true })
    .transform((texte) => texte.normalize('NFC').trim())
    .pipe(z.string().min(1, demande).max(max, `${max} caractères au plus.`))

/** A line of text that one may leave empty: null then. */
export const champFacultatif = (max = 200) =>
  z
    .string()
    .optional()
    .default('')
    .refine(propre, { error: CARACTERES, abort: true })
    .transform((texte) => texte.normalize('NFC').trim())
    .pipe(z.string().max(max, `${max} caractères au plus.`))
    .transform((texte) => (texte === '' ? null : texte))

/** The exact characters typed: neither trimmed nor normalised. */
export const champSecret = (demande: string) =>
  z
    .string({ error: demande })
    .min(1, demande)
    .max(1000, 'Ce mot de passe est trop long.')
    .refine((texte) => texte.isWellFormed(), CARACTERES)

/** A box that must be ticked. */
export const champCase = (demande: string) => z.literal('oui', { error: demande })

const EMAIL = 'Indiquez une adresse e-mail complète, par exemple prenom.nom@exemple.fr.'
export const champEmail = () =>
  z.string({ error: EMAIL }).transform((texte, ctx) => {
    const email = normaliserEmail(texte)
    if (email !== null) return email
    ctx.addIssue({ code: 'custom', message: EMAIL })
    return z.NEVER
  })

const EUROS = /^(\d{1,3}(?: ?\d{3})*)(?:[.,](\d{1,2}))?$/

/** An amount as people type it (« 1 250,50 », « 30 € »), in cents; null when left empty. */
export const champMontant = (demande: string, maximum: Montant) =>
  z.string({ error: demande }).transform((texte, ctx): Montant | null => {
    const ecrit = texte
      .replace(/[\s\u00a0\u202f]+/gu, ' ')
      .replace(/ ?€$/, '')
      .trim()
    if (ecrit === '') return null
    const lu = EUROS.exec(ecrit)
    const centimes =
      lu === null ? null : Number(`${lu[1]?.replaceAll(' ', '')}${(lu[2] ?? '').padEnd(2, '0')}`)
    if (centimes !== null && centimes <= maximum) return montant(centimes)
    const message =
      ecrit.startsWith('-') || ecrit.startsWith('−')
        ? 'Un montant ne peut pas être négatif : écrivez par exemple 30 ou 30,50.'
        : centimes === null
          ? 'Écrivez un montant en euros, par exemple 30 ou 30,50.'
          : `Ce montant est trop grand : ${maximum / 100} € au plus.`
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** A day of the calendar, as a date field sends it. */
export const champDate = (demande: string) =>
  z.string({ error: demande }).transform((texte, ctx) => {
    if (estDateCivile(texte)) return texte
    ctx.addIssue({
      code: 'custom',
      message: texte === '' ? demande : 'Cette date n’existe pas. Choisissez un jour du calendrier.',
    })
    return z.NEVER
  })

/** The random part of a link we made. */
export const champJeton = () => {
  const message = 'Ce lien est incomplet : recopiez-le en entier depuis votre e-mail.'
  return z.string({ error: message }).regex(/^[A-Za-z0-9_-]{43}$/, message)
}

/**
 * The fields of a form as sent, whoever sent them: a field given twice is an array (which no text field accepts), a file stays a file,
 * React's own fields are left out. Null when it is not a form or is out of all measure.
 */
export function lireChamps(donnees: unknown): Map<string, unknown> | null {
  if (!(donnees instanceof FormData)) return null
  const champs = new Map<string, unknown>()
  let nombre = 0
  for (const [nom, valeur] of donnees) {
    nombre += 1
    if (nombre > NOMBRE_MAX) return null
    if (typeof valeur === 'string' && valeur.length > LONGUEUR_MAX) return null
    if (nom.startsWith('$ACTION')) continue
    const deja = champs.get(nom)
    champs.set(nom, deja === undefined ? valeur : [deja, valeur].flat())
  }
  return champs
}

/** As a plain record whose prototype cannot be touched. */
export const enRecord = (champs: ReadonlyMap<string, unknown>): Record<string, unknown> =>
  Object.assign(Object.create(null), Object.fromEntries(champs))

/** What to show again: texts only, never a password or a code. */
export function valeursAResservir(champs: ReadonlyMap<string, unknown>): Record<string, string> {
  const gardees = [...champs].filter(
    ([nom, valeur]) =>
      typeof valeur === 'string' &&
      valeur.length <= 6000 &&
      !/motdepasse|code(unique|application|liste)|cleacces/i.test(nom),
  )
  return Object.fromEntries(gardees.map(([nom, valeur]) => [nom, String(valeur)]))
}

/** One sentence a field, the first. */
export function erreursDe(erreur: z.ZodError): ErreurChamp[] {
  const parChamp = new Map<string, string>()
  for (const faute of erreur.issues) {
    const champ = String(faute.path[0] ?? '')
    if (!parChamp.has(champ)) parChamp.set(champ, faute.message)
  }
  return [...parChamp].map(([champ, message]) => ({ champ, message }))
}
