/** The state of a form between two submissions, the same with and without JavaScript. */
export interface ErreurChamp {
  /** Name of the field, or '' for the form as a whole. */
  readonly champ: string
  /** A whole French sentence that says what to do. */
  readonly message: string
}

/** What a form answers without writing anything, and what was typed, to ask again. `never`: this form gives no such answer. */
interface Repondu<R> {
  readonly statut: 'REPONSE'
  readonly reponse: R
  readonly valeurs: Readonly<Record<string, string>>
}

export type EtatFormulaire<R = never> =
  | ([R] extends [never] ? never : Repondu<R>)
  | { readonly statut: 'VIERGE' }
  | {
      readonly statut: 'ERREUR'
      readonly erreurs: readonly ErreurChamp[]
      /** What was typed, to show again. Passwords are never sent back. */
      readonly valeurs: Readonly<Record<string, string>>
    }
  | {
      readonly statut: 'FAIT'
      readonly message: string
      /** Where what was done goes on. */
      readonly suite?: { readonly href: string; readonly libelle: string }
    }

export const VIERGE: EtatFormulaire = { statut: 'VIERGE' }

/** What React calls on submit: previous state and form in, next state out. */
export type ActionFormulaire<R = never> = (
  precedent: EtatFormulaire<R>,
  donnees: FormData,
) => Promise<EtatFormulaire<R>>
