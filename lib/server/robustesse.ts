import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commun } from '@zxcvbn-ts/language-common'
import { dictionary as francais } from '@zxcvbn-ts/language-fr'
import { LONGUEUR_MAX } from './mot-de-passe'
import { organisme } from './organisme'

/** A password is judged by its length and by how many guesses it takes, never by its composition. */
export const LONGUEUR_MIN = 12
const SCORE_MIN = 3
/** Less is asked of them: seven letters drawn at random, with the signs between them, are enough. */
const SCORE_DES_LETTRES = 2

/** Words anyone would try first against a mutuelle. */
const MOTS_DU_METIER = [
  'mutuelle',
  'adherent',
  'adhérent',
  'remboursement',
  'cotisation',
  'ameli',
  'vitale',
  'santé',
  'motdepasse',
  'azerty',
]

let outil: ZxcvbnFactory | undefined

const estimateur = (): ZxcvbnFactory => {
  outil ??= new ZxcvbnFactory({
    dictionary: { ...commun, ...francais },
    graphs: adjacencyGraphs,
    maxLength: LONGUEUR_MAX,
  })
  return outil
}

/** Lower case, without accents: an attacker tries both. */
const plier = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const mots = (texte: string): string[] => texte.split(/[^\p{L}\p{N}]+/u).filter((mot) => mot.length >= 3)

/** What is left of a password once the words anyone would try are taken out, the longest first. */
function sansMotsConnus(motDePasse: string, connus: readonly string[]): string {
  const plie = plier(motDePasse)
  const presents = connus.filter((mot) => plie.includes(mot)).sort((a, b) => b.length - a.length)
  return presents.length === 0
    ? motDePasse
    : presents.reduce((reste, mot) => reste.replaceAll(mot, ' '), plie)
}

/**
 * The letters alone, where they are most of it: « azertyuiop19071984 » and « 1a2z3e4r5t6y » are a row of the keyboard, whatever is strewn on
 * it. Null: a drawn password has few letters and nothing to say by them.
 */
function lettresSeules(motDePasse: string): string | null {
  const lettres = motDePasse.replaceAll(/\P{L}/gu, '')
  return [...lettres].length * 2 >= [...motDePasse].length ? lettres : null
}

const score = (texte: string, connus: string[]): number => estimateur().check(texte, connus).score

/** Null when the password is good; otherwise the sentence to show. `propres`: the person's name, e-mail, number. */
export function reprocheMotDePasse(motDePasse: string, propres: readonly string[]): string | null {
  const longueur = [...motDePasse].length
  if (longueur < LONGUEUR_MIN)
    return `Choisissez un mot de passe d'au moins ${LONGUEUR_MIN} caractères : quatre mots sans rapport font très bien l'affaire.`
  if (longueur > LONGUEUR_MAX) return `Choisissez un mot de passe de ${LONGUEUR_MAX} caractères au plus.`
  const connus = [...propres.flatMap(mots), ...mots(organisme().nom), ...MOTS_DU_METIER].map(plier)
  const reste = sansMotsConnus(motDePasse, connus)
  const lettres = lettresSeules(motDePasse)
  const devinable =
    (lettres !== null && score(lettres, connus) < SCORE_DES_LETTRES) ||
    score(motDePasse, connus) < SCORE_MIN ||
    (reste !== motDePasse && score(reste, connus) < SCORE_MIN)
  if (!devinable) return null
  return 'Ce mot de passe serait trouvé trop vite : il repose sur un mot, un nom, une date ou une suite faciles à deviner. Prenez plutôt quatre mots sans rapport entre eux.'
}
