import { faitInvalide } from './erreur'

/**
 * Un fait facultatif que la situation rend nécessaire (lecture 22).
 * @throws {ErreurDeRegle} FAIT_INVALIDE s'il manque.
 */
export function exiger<F>(fait: F | null, chemin: string): F {
  if (fait === null)
    throw faitInvalide(chemin, `« ${chemin} » est nécessaire pour répondre dans cette situation`)
  return fait
}
