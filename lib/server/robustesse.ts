import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commun } from '@zxcvbn-ts/language-common'
import { dictionary as francais } from '@zxcvbn-ts/language-fr'
import { LONGUEUR_MAX } from './mot-de-passe'
import { organisme } from './organisme'

/** A password is judged by its length and by how many guesses it takes, never by its composition. */
export const LONGUEUR_MIN = 12
const SCORE_MIN = 3

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

const score = (texte: string, connus: string[]): number => estimateur().check(texte, connus).score

/** Null when the password is good; otherwise the sentence to show. `propres`: the person's name, e-mail, number. */
export function reprocheMotDePasse(motDePasse: string, propres: readonly string[]): string | null {
  const longueur = [...motDePasse].length
  if (longueur < LONGUEUR_MIN)
    return `Choisissez un mot de passe d'au moins ${LONGUEUR_MIN} caractères : quatre mots sans rapport font très bien l'affaire.`
  if (longueur > LONGUEUR_MAX) return `Choisissez un mot de passe de ${LONGUEUR_MAX} caractères au plus.`
  const connus = [...propres.flatMap(mots), ...mots(organisme().nom), ...MOTS_DU_METIER].map(plier)
  const reste = sansMotsConnus(motDePasse, connus)
  if (score(motDePasse, connus) >= SCORE_MIN && score(reste, connus) >= SCORE_MIN) return null
  return 'Ce mot de passe serait trouvé trop vite : il repose sur un mot, un nom, une date ou une suite faciles à deviner. Prenez plutôt quatre mots sans rapport entre eux.'
}
