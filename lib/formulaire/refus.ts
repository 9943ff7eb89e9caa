import type { ErreurChamp } from './etat'

/** Thrown by a command that does not accept what was typed: the sentences go to the form, nothing was written. */
export class SaisieRefusee extends Error {
  readonly erreurs: readonly ErreurChamp[]

  constructor(...erreurs: readonly ErreurChamp[]) {
    super(erreurs.map((erreur) => erreur.message).join(' '))
    this.name = 'SaisieRefusee'
    this.erreurs = erreurs
  }
}
