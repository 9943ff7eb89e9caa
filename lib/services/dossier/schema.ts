import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'

const CHERCHER = 'Écrivez un nom, un numéro d’adhérent, de demande ou de sécurité sociale.'

export const rechercheSchema = z.object({
  q: champTexte(CHERCHER, 80).refine(
    (texte) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(texte),
    'Écrivez au moins deux lettres.',
  ),
})

export const personneIdSchema = z.uuid()

/** Of the latest demandes; more are on the page of all of them. */
export const DEMANDES_MONTREES = 10

/** What was typed, by its shape. */
export type Recherche =
  | { readonly par: 'NIR'; readonly nir: string }
  | { readonly par: 'NUMERO'; readonly numero: string }
  /** `ecrit`: as a member's number could be written too. */
  | { readonly par: 'DEMANDE'; readonly numero: number; readonly ecrit: string }
  | { readonly par: 'NOM'; readonly mots: readonly string[] }

const NIR = /^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(?:\d{2})?$/

const DEMANDE = /^D[-–]?(\d{1,9})$/

/** The number of a demande, as it is said on the telephone: « D-000123 », « d 123 ». Null: something else. */
export const numeroDeDemande = (texte: string): number | null => {
  const chiffres = DEMANDE.exec(texte.replace(/[\s.]/g, '').toUpperCase())?.[1]
  return chiffres === undefined ? null : Number(chiffres)
}

/** A number that could be a NIR is one; another word with a digit is a member's number. */
export function lireRecherche(texte: string): Recherche {
  const serre = texte.replace(/[\s.]/g, '').toUpperCase()
  if (NIR.test(serre)) return { par: 'NIR', nir: serre.slice(0, 13) }
  const demande = numeroDeDemande(serre)
  if (demande !== null) return { par: 'DEMANDE', numero: demande, ecrit: serre }
  if (/\d/.test(serre)) return { par: 'NUMERO', numero: serre.replace(/^0+/, '') }
  return { par: 'NOM', mots: texte.split(/\s+/).filter((mot) => /\p{L}/u.test(mot)) }
}
