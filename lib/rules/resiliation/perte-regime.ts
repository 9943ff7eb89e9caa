import { ajouterMois, dernierDuMois } from '../date/date-civile'
import { accorder } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { enDate, enNombre, motif } from '../decision/motif'
import type { DecisionFin, FaitsResiliation } from './faits-resiliation'
import type { ReglePerteRegime } from './regle-resiliation'

/** Sortie de l'assurance maladie française : fin du mois de l'événement, ou du mois suivant la réception. */
export function resilierPourPerteRegime(regle: ReglePerteRegime, faits: FaitsResiliation): DecisionFin {
  const evenement = exiger(faits.dateEvenement, 'dateEvenement')
  const limite = ajouterMois(evenement, regle.fenetreMois)
  const donnees = {
    evenement: enDate(evenement),
    reception: enDate(faits.dateReception),
    fenetre: enNombre(regle.fenetreMois, 'mois'),
    limite: enDate(limite),
  }
  const tardive = faits.dateReception > limite
  if (tardive || exiger(faits.prestationsDepuisEvenement, 'prestationsDepuisEvenement')) {
    const dateEffet = dernierDuMois(ajouterMois(faits.dateReception, 1))
    const code = tardive ? 'PERTE_REGIME_TARDIVE' : 'PERTE_REGIME_AVEC_PRESTATIONS'
    return accorder({ dateEffet }, motif(code, regle.article, { ...donnees, effet: enDate(dateEffet) }))
  }
  const dateEffet = dernierDuMois(evenement)
  return accorder(
    { dateEffet },
    motif('PERTE_REGIME_A_TEMPS', regle.article, { ...donnees, effet: enDate(dateEffet) }),
  )
}
