/** The state of a form between two submissions, the same with and without JavaScript. */
export interface ErreurChamp {
  /** Name of the field, or '' for the form as a whole. */
  readonly champ: string
  /** A whole French sentence that says what to do. */
  readonly message: string
}

export type EtatFormulaire =
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
export type ActionFormulaire = (precedent: EtatFormulaire, donnees: FormData) => Promise<EtatFormulaire>
