import { accorder, type Decision } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { enMontant, motif } from '../decision/motif'
import type { Montant } from '../montant/montant'
import type { Socle } from '../remboursement/socle'

/** Ce qui fonde l'abandon d'une somme à rendre : la loi, aucun règlement n'en parle. */
export function remettreIndu(socle: Socle, remis: Montant): Decision<{ readonly remis: Montant }> {
  if (remis <= 0) throw faitInvalide('remis', 'une remise est positive')
  return accorder({ remis }, motif('INDU_REMIS', socle.roles.remise, { montant: enMontant(remis) }))
}
