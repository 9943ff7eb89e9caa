import { GLOSSAIRE } from './glossaire'
import { THEMES } from './toute-l-aide'

/** Ce que la recherche indexe. L'identifiant dit où l'on arrive : « q/… » une question, « t/… » un mot du glossaire. */
export interface TexteCherche {
  readonly id: string
  readonly titre: string
  readonly motsCles: string
  readonly texte: string
}

/** Un montant à remplacer n'est pas un mot. */
const sansMontants = (lignes: readonly string[]): string => lignes.join(' ').replace(/\{[^}]*\}/g, ' ')

export const texteCherche = (): readonly TexteCherche[] => [
  ...THEMES.flatMap(({ titre: theme, questions }) =>
    questions.map(({ id, question, reponse, motsCles }) => ({
      id: `q/${id}`,
      titre: question,
      motsCles: `${motsCles} ${theme}`,
      texte: sansMontants(reponse),
    })),
  ),
  ...GLOSSAIRE.map(({ id, nom, sens, motsCles }) => ({
    id: `t/${id}`,
    titre: nom,
    motsCles,
    texte: sansMontants(sens),
  })),
]
