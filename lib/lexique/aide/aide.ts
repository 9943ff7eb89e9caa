/**
 * Ce que la page d'aide sait dire. Un montant légal ne s'écrit jamais dans une phrase : « {pf.montant} » est remplacé par la valeur en
 * vigueur le jour où la page est lue ; « {promesse.messagerie} » par le délai que l'organisme promet.
 */
export interface QuestionAide {
  readonly id: string
  readonly question: string
  readonly reponse: readonly string[]
  /** Où le lire ou le faire. */
  readonly liens: readonly { readonly href: string; readonly libelle: string }[]
  /** Mots sous lesquels on la cherche aussi. */
  readonly motsCles: string
}

export interface ThemeAide {
  readonly id: string
  readonly titre: string
  readonly questions: readonly QuestionAide[]
}

export interface TermeAide {
  readonly id: string
  readonly nom: string
  readonly sens: readonly string[]
  /** Autres noms, sigles compris. */
  readonly motsCles: string
}
