import {
  ajouterJours,
  ajouterMois,
  annee,
  type DateCivile,
  dernierDuMois,
  premierDuMoisSuivant,
  trenteEtUnDecembre,
} from '../date/date-civile'
import { exiger } from '../decision/exiger'
import { enDate, type Motif, motif } from '../decision/motif'
import { type JourAnnuel, jourDeLAnnee } from '../reglement/jour-annuel'
import type { PolitiqueDateEffet, RegleDateEffet } from './regle-date-effet'

export interface FaitsDateEffet {
  readonly dateReception: DateCivile
  readonly dateEvenement: DateCivile | null
  /** Nom sous lequel l'appelant connaît l'événement (`dateEvenement`, `dateDecisionCss`). */
  readonly cheminEvenement?: string
}

export interface DateEffet {
  readonly dateEffet: DateCivile
  readonly motif: Motif
}

/** Date d'effet nommée par un article : elle ne dépend que de la réception et, selon la règle, de l'événement. */
export function determinerDateEffet(regle: RegleDateEffet, faits: FaitsDateEffet): DateEffet {
  const dateEffet =
    regle.politique === 'FIN_ANNEE_AVANT_LIMITE'
      ? finAnneeAvantLimite(faits.dateReception, regle.limite)
      : dateDeLaPolitique(regle.politique, faits)
  const donnees = {
    reception: enDate(faits.dateReception),
    ...(faits.dateEvenement === null ? {} : { evenement: enDate(faits.dateEvenement) }),
    ...(regle.politique === 'FIN_ANNEE_AVANT_LIMITE'
      ? { limite: enDate(jourDeLAnnee(regle.limite, annee(dateEffet))) }
      : {}),
    effet: enDate(dateEffet),
  }
  return { dateEffet, motif: motif(`EFFET_${regle.politique}`, regle.article, donnees) }
}

/** Le 31 décembre de l'année en cours jusqu'à la limite incluse, de la suivante après. */
export function finAnneeAvantLimite(demande: DateCivile, limite: JourAnnuel): DateCivile {
  const an = annee(demande)
  return trenteEtUnDecembre(demande <= jourDeLAnnee(limite, an) ? an : an + 1)
}

function dateDeLaPolitique(politique: PolitiqueDateEffet, faits: FaitsDateEffet): DateCivile {
  const { dateReception, dateEvenement, cheminEvenement = 'dateEvenement' } = faits
  const evenement = (): DateCivile => exiger(dateEvenement, cheminEvenement)
  switch (politique) {
    case 'LENDEMAIN_DE_LA_RECEPTION':
      return ajouterJours(dateReception, 1)
    case 'DERNIER_JOUR_DU_MOIS_DE_RECEPTION':
      return dernierDuMois(dateReception)
    case 'PREMIER_DU_MOIS_SUIVANT_LA_RECEPTION':
      return premierDuMoisSuivant(dateReception)
    case 'JOUR_DE_L_EVENEMENT':
      return evenement()
    case 'LENDEMAIN_DE_L_EVENEMENT':
      return ajouterJours(evenement(), 1)
    case 'FIN_DU_MOIS_SUIVANT_L_EVENEMENT':
      return dernierDuMois(ajouterMois(evenement(), 1))
    case 'FIN_DE_L_ANNEE_DE_L_EVENEMENT':
      return trenteEtUnDecembre(annee(evenement()))
    case 'DECISION_CONNUE_DANS_LE_MOIS': {
      const premier = premierDuMoisSuivant(evenement())
      return dateReception <= premier ? premier : dernierDuMois(dateReception)
    }
  }
}
