import { phrase } from '../phrase'

export const motifsIndu = {
  PRESTATION_A_RENDRE: phrase(
    'Une prestation versée sans être due doit être rendue à la mutuelle : {montant}.',
  ),
  INDU_REMIS: phrase('La mutuelle renonce à {montant} : cette somme n’est plus à rendre.'),
  INDU_RETENU_ENSUITE: phrase(
    'Ce qui n’est pas rendu avant peut être retenu sur les remboursements suivants, à partir du {des}.',
  ),
}
