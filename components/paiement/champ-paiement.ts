import type { ComponentProps } from 'react'

export interface ChampPaiement {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  readonly type: 'text' | 'date' | 'password' | 'file'
  readonly valeur?: string
  readonly clavier?: ComponentProps<'input'>['inputMode']
}

/** The password, asked again where money moves. */
export const MOT_DE_PASSE: ChampPaiement = {
  nom: 'motDePasse',
  libelle: 'Votre mot de passe',
  indice: 'Redemandé à chaque mouvement d’argent, même si vous êtes connecté.',
  type: 'password',
}
