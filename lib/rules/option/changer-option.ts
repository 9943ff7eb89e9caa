import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  laPlusTardive,
  premierDuMoisSuivant,
} from '../date/date-civile'
import { accorder, type Decision, refuser } from '../decision/decision'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import {
  premierDuMoisApresPreavis,
  premierDuMoisDes,
  premiereReceptionPour,
  premierJanvierApresPreavis,
  premierJanvierDes,
} from './grille-effet'

export type ParametresOption =
  /** La demande attend n mois d'adhésion ; effet le premier du mois qui suit le préavis, compté en jours. */
  | {
      readonly politique: 'DEMANDE_APRES_ATTENTE'
      readonly attenteMois: number
      readonly preavisJours: number
      readonly article: ArticleId
    }
  /** Effet un premier du mois après préavis ; la baisse attend n mois dans l'option. */
  | {
      readonly politique: 'PREMIER_DU_MOIS'
      readonly preavisMois: number
      readonly baisseApresMois: number
      readonly article: ArticleId
    }
  /** Effet un premier janvier après préavis et n mois dans la garantie ; premier du mois si la famille change. */
  | {
      readonly politique: 'PREMIER_JANVIER'
      readonly preavisMois: number
      readonly attenteMois: number
      readonly article: ArticleId
    }

export interface FaitsChangementOption {
  readonly sens: 'HAUSSE' | 'BAISSE'
  readonly dateEffetAdhesion: DateCivile
  readonly dateEffetOption: DateCivile
  readonly dateReception: DateCivile
  readonly dateSouhaitee: DateCivile | null
  readonly evenementFamilial: boolean | null
}

interface ChangementOption {
  readonly dateEffet: DateCivile
}

/** Premier jour de réception qui serait accepté. */
interface PossibleLe {
  readonly possibleLe: DateCivile
}

type DecisionOption = Decision<ChangementOption, PossibleLe>

/** Un changement d'option est-il possible, et quand prend-il effet ? */
export function changerOption(reglement: Reglement, faits: FaitsChangementOption): DecisionOption {
  const regle = regleEnVigueur(reglement.option, faits.dateReception, "changement d'option")
  verifierOrdre(['dateEffetAdhesion', faits.dateEffetAdhesion], ['dateEffetOption', faits.dateEffetOption])
  switch (regle.politique) {
    case 'DEMANDE_APRES_ATTENTE':
      return apresAttente(regle, faits)
    case 'PREMIER_DU_MOIS':
      return auPremierDuMois(regle, faits)
    case 'PREMIER_JANVIER':
      return auPremierJanvier(regle, faits)
  }
}

/** Un changement ne précède ni le souhait ni l'option qu'il change. */
const plancher = (faits: FaitsChangementOption): DateCivile =>
  laPlusTardive(faits.dateSouhaitee ?? faits.dateEffetOption, faits.dateEffetOption)

function apresAttente(
  regle: Extract<ParametresOption, { politique: 'DEMANDE_APRES_ATTENTE' }>,
  faits: FaitsChangementOption,
): DecisionOption {
  const possibleLe = ajouterMois(faits.dateEffetAdhesion, regle.attenteMois)
  const attente = {
    adhesion: enDate(faits.dateEffetAdhesion),
    attente: enNombre(regle.attenteMois, 'mois'),
    possible: enDate(possibleLe),
  }
  if (faits.dateReception < possibleLe) {
    return refuser({ possibleLe }, motif('ATTENTE_ADHESION_EN_COURS', regle.article, attente))
  }
  const premier = premierDuMoisSuivant(ajouterJours(faits.dateReception, regle.preavisJours))
  const dateEffet = laPlusTardive(premier, premierDuMoisDes(plancher(faits)))
  const donnees = {
    reception: enDate(faits.dateReception),
    preavis: enNombre(regle.preavisJours, 'jours'),
    effet: enDate(dateEffet),
  }
  return accorder({ dateEffet }, motif('OPTION_APRES_PREAVIS', regle.article, donnees))
}

function auPremierDuMois(
  regle: Extract<ParametresOption, { politique: 'PREMIER_DU_MOIS' }>,
  faits: FaitsChangementOption,
): DecisionOption {
  const premier = premierDuMoisApresPreavis(faits.dateReception, regle.preavisMois)
  const dateEffet = laPlusTardive(premier, premierDuMoisDes(plancher(faits)))
  if (faits.sens === 'BAISSE') {
    const terme = ajouterMois(faits.dateEffetOption, regle.baisseApresMois)
    if (dateEffet < terme) {
      const possibleLe = premiereReceptionPour(premierDuMoisDes(terme), regle.preavisMois + 1)
      return refuser({ possibleLe }, motifAnciennete(regle.article, faits, regle.baisseApresMois, terme))
    }
  }
  return accorder({ dateEffet }, motifPreavis(regle.article, faits, regle.preavisMois, dateEffet))
}

function auPremierJanvier(
  regle: Extract<ParametresOption, { politique: 'PREMIER_JANVIER' }>,
  faits: FaitsChangementOption,
): DecisionOption {
  if (faits.evenementFamilial === true) {
    const premier = premierDuMoisSuivant(faits.dateReception)
    const dateEffet = laPlusTardive(premier, premierDuMoisDes(plancher(faits)))
    const donnees = { reception: enDate(faits.dateReception), effet: enDate(dateEffet) }
    return accorder({ dateEffet }, motif('OPTION_EVENEMENT_FAMILIAL', regle.article, donnees))
  }
  const premier = premierJanvierApresPreavis(faits.dateReception, regle.preavisMois)
  const dateEffet = laPlusTardive(premier, premierJanvierDes(plancher(faits)))
  const terme = ajouterMois(faits.dateEffetOption, regle.attenteMois)
  if (dateEffet < terme) {
    const possibleLe = premiereReceptionPour(premierJanvierDes(terme), regle.preavisMois + 12)
    return refuser({ possibleLe }, motifAnciennete(regle.article, faits, regle.attenteMois, terme))
  }
  return accorder({ dateEffet }, motifPreavis(regle.article, faits, regle.preavisMois, dateEffet))
}

const motifAnciennete = (article: ArticleId, faits: FaitsChangementOption, mois: number, terme: DateCivile) =>
  motif('ANCIENNETE_OPTION_INSUFFISANTE', article, {
    option: enDate(faits.dateEffetOption),
    attente: enNombre(mois, 'mois'),
    terme: enDate(terme),
  })

const motifPreavis = (article: ArticleId, faits: FaitsChangementOption, mois: number, effet: DateCivile) =>
  motif('OPTION_APRES_PREAVIS', article, {
    reception: enDate(faits.dateReception),
    preavis: enNombre(mois, 'mois'),
    effet: enDate(effet),
  })
