import { ajouterMois, type DateCivile, laPlusTardive } from '../date/date-civile'
import { accorder, refuser } from '../decision/decision'
import { enDate, enNombre, motif } from '../decision/motif'
import type { DecisionFin, FaitsResiliation } from './faits-resiliation'
import type { RegleInfraAnnuelle } from './regle-resiliation'

/** À tout moment, l'attente passée ; un changement d'option la fait repartir là où un article le dit. */
export function resilierApresAttente(regle: RegleInfraAnnuelle, faits: FaitsResiliation): DecisionFin {
  const depart = departDeLAttente(regle, faits)
  const possibleLe = ajouterMois(depart, regle.attenteMois)
  const attente = {
    depart: enDate(depart),
    attente: enNombre(regle.attenteMois, 'mois'),
    possible: enDate(possibleLe),
  }
  if (faits.dateReception < possibleLe) {
    const reprise = regle.rouvertePar !== null && depart > faits.dateEffetAdhesion
    const refus = motif('ATTENTE_EN_COURS', regle.article, attente)
    return reprise && regle.rouvertePar !== null
      ? refuser(
          { possibleLe },
          refus,
          motif('ATTENTE_ROUVERTE', regle.rouvertePar, { depart: enDate(depart) }),
        )
      : refuser({ possibleLe }, refus)
  }
  const dateEffet = ajouterMois(faits.dateReception, regle.preavisMois)
  const donnees = {
    ...attente,
    reception: enDate(faits.dateReception),
    preavis: enNombre(regle.preavisMois, 'mois'),
    effet: enDate(dateEffet),
  }
  return accorder({ dateEffet }, motif('RESILIATION_APRES_ATTENTE', regle.article, donnees))
}

function departDeLAttente(regle: RegleInfraAnnuelle, faits: FaitsResiliation): DateCivile {
  const changement = faits.dateDernierChangementOption
  if (regle.rouvertePar === null || changement === null) return faits.dateEffetAdhesion
  return laPlusTardive(faits.dateEffetAdhesion, changement)
}
