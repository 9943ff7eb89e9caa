/**
 * Ce qu'une règle ne peut pas trancher : le fait est mauvais, le règlement se tait, ou la date est hors de ce
 * qu'il connaît. Ce n'est ni un accord ni un refus ; la frontière (commande, service) le traduit en phrase.
 */
export type CodeErreur =
  | 'REGLEMENT_INCONNU'
  | 'FORMULE_INCONNUE'
  | 'FAIT_INVALIDE'
  | 'NON_PREVU'
  | 'HORS_PERIODE'

export class ErreurDeRegle extends Error {
  override readonly name = 'ErreurDeRegle'

  /** @param chemin clé du fait en cause, en notation pointée (`verres.0.depense`). */
  constructor(
    readonly code: CodeErreur,
    message: string,
    readonly chemin?: string,
  ) {
    super(message)
  }
}

export function faitInvalide(chemin: string, message: string): ErreurDeRegle {
  return new ErreurDeRegle('FAIT_INVALIDE', message, chemin)
}
