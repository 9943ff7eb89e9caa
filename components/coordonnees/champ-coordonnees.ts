import type { ComponentProps } from 'react'

/** A field of these short forms. */
export interface ChampCoordonnees {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  /** `iban`: grouped by four when one leaves it. */
  readonly type: 'text' | 'tel' | 'email' | 'date' | 'password' | 'file' | 'iban'
  readonly facultatif?: true
  readonly valeur?: string
  readonly autocomplete?: string
  readonly clavier?: ComponentProps<'input'>['inputMode']
}

/** The password, asked again where somebody could take the account or the money. */
export const MOT_DE_PASSE: ChampCoordonnees = {
  nom: 'motDePasse',
  libelle: 'Votre mot de passe',
  indice: 'Redemandé ici, même si vous êtes connecté : il prouve que c’est bien vous.',
  type: 'password',
  autocomplete: 'current-password',
}
