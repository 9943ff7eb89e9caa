import type { QuestionAide, TermeAide, ThemeAide } from '@/lib/lexique/aide/aide'
import { GLOSSAIRE } from '@/lib/lexique/aide/glossaire'
import { THEMES } from '@/lib/lexique/aide/toute-l-aide'
import { formatMontant, formatNombre, formatPourcentage } from '@/lib/lexique/formats'

/** Ids of lib/lexique/aide/recherche.ts, best first. */
export interface Trouve {
  readonly ids: readonly string[]
  /** Words read in place of the misspelt ones. */
  readonly corriges: readonly string[]
}

/** A legal figure as it stands the day of the page. */
export type ParametreDuJour = (cle: string) => { readonly valeur: unknown; readonly unite: string }

function ecrireParametre({ valeur, unite }: ReturnType<ParametreDuJour>): string {
  if (typeof valeur !== 'number')
    throw new Error(`un paramètre en « ${unite} » ne s'écrit pas dans une phrase`)
  if (unite.startsWith('centimes')) return formatMontant(valeur)
  return unite.startsWith('%') ? formatPourcentage(valeur) : `${formatNombre(valeur)} ${unite}`
}

/** A sign that French sets apart never begins a line. */
const composer = (texte: string): string =>
  texte.replace(/ (?=[?!:;»%€])/g, '\u00a0').replace(/« /g, '«\u00a0')

/** A text of the help with the figures of the day. */
export const dire = (texte: string, parametre: ParametreDuJour): string =>
  composer(texte.replace(/\{([^}]+)\}/g, (_, cle: string) => ecrireParametre(parametre(cle))))

export interface Reponse {
  readonly href: string
  readonly titre: string
  /** First paragraph. */
  readonly debut: string
}

const QUESTIONS: ReadonlyMap<string, QuestionAide> = new Map(
  THEMES.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)),
)
const TERMES: ReadonlyMap<string, TermeAide> = new Map(GLOSSAIRE.map((terme) => [terme.id, terme]))

function reponseDe(id: string, parametre: ParametreDuJour): Reponse | null {
  const [genre, cle = ''] = id.split('/')
  if (genre === 'q') {
    const question = QUESTIONS.get(cle)
    if (question === undefined) return null
    return {
      href: `/aide/${cle}`,
      titre: composer(question.question),
      debut: dire(question.reponse[0] ?? '', parametre),
    }
  }
  const terme = TERMES.get(cle)
  if (terme === undefined) return null
  return { href: `/aide/glossaire#${cle}`, titre: terme.nom, debut: dire(terme.sens[0] ?? '', parametre) }
}

export const voirReponses = ({ ids }: Trouve, parametre: ParametreDuJour): readonly Reponse[] =>
  ids.flatMap((id) => reponseDe(id, parametre) ?? [])

export interface QuestionVue {
  readonly question: string
  readonly theme: string
  readonly paragraphes: readonly string[]
  readonly liens: QuestionAide['liens']
  /** Other questions of the theme. */
  readonly voisines: readonly { readonly href: string; readonly question: string }[]
}

/** Null: no such question. */
export function voirQuestion(id: string, parametre: ParametreDuJour): QuestionVue | null {
  const theme: ThemeAide | undefined = THEMES.find(({ questions }) => questions.some((q) => q.id === id))
  const lue = QUESTIONS.get(id)
  if (theme === undefined || lue === undefined) return null
  return {
    question: composer(lue.question),
    theme: theme.titre,
    paragraphes: lue.reponse.map((texte) => dire(texte, parametre)),
    liens: lue.liens,
    voisines: theme.questions
      .filter((q) => q.id !== id)
      .map((q) => ({ href: `/aide/${q.id}`, question: composer(q.question) })),
  }
}

export interface TermeVue {
  readonly id: string
  readonly nom: string
  readonly paragraphes: readonly string[]
}

export const voirGlossaire = (parametre: ParametreDuJour): readonly TermeVue[] =>
  GLOSSAIRE.map(({ id, nom, sens }) => ({
    id,
    nom,
    paragraphes: sens.map((texte) => dire(texte, parametre)),
  }))

export interface ThemeVue {
  readonly id: string
  readonly titre: string
  readonly questions: readonly { readonly href: string; readonly question: string }[]
}

export const voirThemes = (): readonly ThemeVue[] =>
  THEMES.map(({ id, titre, questions }) => ({
    id,
    titre,
    questions: questions.map((q) => ({ href: `/aide/${q.id}`, question: composer(q.question) })),
  }))
