import { ajouterMois } from '../date/date-civile'
import { accorder, refuser } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { enDate, enNombre, motif } from '../decision/motif'
import type { DecisionFin, FaitsResiliation } from './faits-resiliation'
import type { RegleChangementSituation } from './regle-resiliation'

/** Déménagement, mariage, métier, retraite : la demande arrive dans la fenêtre qui s'ouvre à l'événement. */
export function resilierPourChangementSituation(
  regle: RegleChangementSituation,
  faits: FaitsResiliation,
): DecisionFin {
  const evenement = exiger(faits.dateEvenement, 'dateEvenement')
  const limite = ajouterMois(evenement, regle.fenetreMois)
  const donnees = {
    evenement: enDate(evenement),
    reception: enDate(faits.dateReception),
    fenetre: enNombre(regle.fenetreMois, 'mois'),
    limite: enDate(limite),
  }
  if (faits.dateReception < evenement) {
    return refuser({ possibleLe: evenement }, motif('EVENEMENT_A_VENIR', regle.article, donnees))
  }
  if (faits.dateReception > limite) {
    return refuser({ possibleLe: null }, motif('EVENEMENT_TROP_ANCIEN', regle.article, donnees))
  }
  const dateEffet = ajouterMois(faits.dateReception, regle.preavisMois)
  const accord = { ...donnees, preavis: enNombre(regle.preavisMois, 'mois'), effet: enDate(dateEffet) }
  return accorder({ dateEffet }, motif('RESILIATION_CHANGEMENT_SITUATION', regle.article, accord))
}
