import { z } from 'zod'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { ecrireReference } from '@/lib/lexique/references'
import { reglements, socle } from '@/lib/reglements/catalogue'
import { ErreurDeRegle, faitInvalide } from '@/lib/rules/decision/erreur'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { adhesion, affiliation, ayantDroit, changementOption } from '../question-adhesion/view'
import { cotisation } from '../question-cotisation/view'
import { maintien, radiation, renonciation, resiliation } from '../question-depart/view'
import { delai, impaye } from '../question-echeance/view'
import { garanties, remboursement } from '../question-remboursement/view'
import type { Resultat } from '../reponse/view'
import type { Question } from './schema'

/** Toutes les questions posables, dans l'ordre où la commande les liste. */
export const questions: readonly Question[] = [
  adhesion,
  affiliation,
  ayantDroit,
  changementOption,
  resiliation,
  radiation,
  renonciation,
  impaye,
  delai,
  maintien,
  cotisation,
  garanties,
  remboursement,
]

interface ErreurDeQuestion {
  readonly code: string
  readonly message: string
  readonly path?: string
}

export type Reponse =
  | {
      readonly ok: true
      readonly result: Resultat['result']
      readonly motifs: readonly { readonly reference: string; readonly explication: string }[]
    }
  | { readonly ok: false; readonly error: ErreurDeQuestion }

const parCode = new Map(questions.map((question) => [question.question, question]))
const parReglement = new Map<string, Reglement>(Object.entries(reglements))

export const trouverQuestion = (code: string): Question | undefined => parCode.get(code)

/** Répond à une ligne de la commande ; tout ce qui n'est pas un défaut du programme est une réponse. */
export function repondreALaLigne(ligne: string): Reponse {
  try {
    return repondre(lire(ligne))
  } catch (erreur) {
    if (erreur instanceof SyntaxError) return echec('JSON_INVALIDE', 'La ligne n’est pas un objet JSON.')
    if (erreur instanceof ErreurDeRegle) return echec(erreur.code, erreur.message, erreur.chemin)
    throw erreur
  }
}

/** Répond ligne à ligne à un texte reçu par morceaux ; rien n'est lu tant que les réponses ne sont pas prises. */
export async function* repondreAuFlux(morceaux: AsyncIterable<string>): AsyncGenerator<string> {
  let debut = true
  let reste = ''
  for await (const morceau of morceaux) {
    const lignes = (reste + (debut ? morceau.replace(/^\uFEFF/, '') : morceau)).split('\n')
    debut = false
    reste = lignes.pop() ?? ''
    if (lignes.length > 0) yield lignes.map(ecrireReponse).join('')
  }
  if (reste !== '') yield ecrireReponse(reste)
}

const ecrireReponse = (ligne: string): string => `${JSON.stringify(repondreALaLigne(ligne))}\n`

function lire(ligne: string): object {
  const objet: unknown = JSON.parse(ligne)
  if (typeof objet !== 'object' || objet === null || Array.isArray(objet))
    throw new SyntaxError('pas un objet')
  return objet
}

/** Répond à une question déjà lue. @throws {ErreurDeRegle} */
function repondre(objet: object): Reponse {
  const code = 'question' in objet ? objet.question : undefined
  const question = typeof code === 'string' ? parCode.get(code) : undefined
  if (question === undefined)
    return echec('QUESTION_INCONNUE', `Question inconnue : ${texte(code)}.`, 'question')
  const nom = 'reglement' in objet ? objet.reglement : undefined
  if (typeof nom !== 'string')
    throw faitInvalide('reglement', '« reglement » est obligatoire : un code de règlement')
  const reglement = parReglement.get(nom)
  if (reglement === undefined)
    return echec('REGLEMENT_INCONNU', `Règlement inconnu : « ${nom} ».`, 'reglement')
  const { result, motifs } = interroger(question, reglement, objet)
  const source = { ...reglement, articles: [...reglement.articles, ...socle.articles] }
  return {
    ok: true,
    result,
    motifs: motifs.map((motif) => ({
      reference: ecrireReference(source, motif.article),
      explication: expliquerMotif(motif),
    })),
  }
}

const texte = (valeur: unknown): string => (typeof valeur === 'string' ? `« ${valeur} »` : 'aucune')

function interroger(question: Question, reglement: Reglement, objet: object): Resultat {
  try {
    return question.interroger(reglement, objet)
  } catch (erreur) {
    if (erreur instanceof z.ZodError) throw traduire(erreur, objet)
    throw erreur
  }
}

/** Le premier fait mal formé, en français. */
function traduire(erreur: z.ZodError, objet: object): ErreurDeRegle {
  const [probleme] = erreur.issues
  if (probleme === undefined) return faitInvalide('', 'les faits sont mal formés')
  if (probleme.code === 'unrecognized_keys') {
    const chemin = [...probleme.path, ...probleme.keys.slice(0, 1)].join('.')
    return faitInvalide(chemin, `« ${chemin} » n’est pas un fait de cette question`)
  }
  const chemin = probleme.path.join('.')
  if (valeurA(objet, probleme.path) === undefined)
    return faitInvalide(chemin, `« ${chemin} » est obligatoire`)
  if (probleme.code === 'invalid_value') {
    return faitInvalide(chemin, `« ${chemin} » vaut l’une de ces valeurs : ${probleme.values.join(', ')}`)
  }
  const propre =
    probleme.code === 'custom' || probleme.code === 'invalid_format' || probleme.code === 'too_small'
  return faitInvalide(chemin, `« ${chemin} » ${propre ? probleme.message : 'n’a pas la forme attendue'}`)
}

function valeurA(objet: unknown, chemin: readonly PropertyKey[]): unknown {
  return chemin.reduce<unknown>(
    (valeur, cle) =>
      typeof valeur === 'object' && valeur !== null
        ? Object.getOwnPropertyDescriptor(valeur, cle)?.value
        : undefined,
    objet,
  )
}

const echec = (code: string, message: string, path?: string): Reponse => ({
  ok: false,
  error: path === undefined ? { code, message } : { code, message, path },
})
