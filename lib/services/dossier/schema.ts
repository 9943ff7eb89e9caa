import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'

const CHERCHER = 'Écrivez un nom, un numéro d’adhérent ou un numéro de sécurité sociale.'

export const rechercheSchema = z.object({
  q: champTexte(CHERCHER, 80).refine(
    (texte) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(texte),
    'Écrivez au moins deux lettres.',
  ),
})

export const personneIdSchema = z.uuid()

/** What was typed, by its shape. */
export type Recherche =
  | { readonly par: 'NIR'; readonly nir: string }
  | { readonly par: 'NUMERO'; readonly numero: string }
  | { readonly par: 'NOM'; readonly mots: readonly string[] }

const NIR = /^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(?:\d{2})?$/

/** A number that could be a NIR is one; another word with a digit is a member's number. */
export function lireRecherche(texte: string): Recherche {
  const serre = texte.replace(/[\s.]/g, '').toUpperCase()
  if (NIR.test(serre)) return { par: 'NIR', nir: serre.slice(0, 13) }
  if (/\d/.test(serre)) return { par: 'NUMERO', numero: serre.replace(/^0+/, '') }
  return { par: 'NOM', mots: texte.split(/\s+/).filter((mot) => /\p{L}/u.test(mot)) }
}
