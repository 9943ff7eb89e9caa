import { ajouterMois, type DateCivile } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { enDate, motif } from '../decision/motif'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { porterGaranties } from './porter-garanties'
import type { FaitsMaintien } from './regle-maintien'

export interface MaintienEvin {
  readonly propositionAvant: DateCivile
  readonly demandeAvant: DateCivile
}

/**
 * Ancien salarié : proposition de l'organisme et demande, comptées de la fin de la portabilité quand les faits la
 * donnent, sinon de la cessation.
 */
export function maintenirAncienSalarie(reglement: Reglement, faits: FaitsMaintien): Decision<MaintienEvin> {
  const regles = regleEnVigueur(reglement.maintien, faits.dateCessation, 'maintien des garanties')
  const regle = prevu(regles.evin, 'maintien loi Évin')
  const depart = departEvin(reglement, faits)
  const propositionAvant = ajouterMois(depart, regle.propositionMois)
  const demandeAvant = ajouterMois(depart, regle.demandeMois)
  const donnees = {
    depart: enDate(depart),
    proposition: enDate(propositionAvant),
    demande: enDate(demandeAvant),
  }
  return accorder({ propositionAvant, demandeAvant }, motif('EVIN_ANCIEN_SALARIE', regle.article, donnees))
}

function departEvin(reglement: Reglement, faits: FaitsMaintien): DateCivile {
  if (faits.dateFinIndemnisation === null && faits.dureeDernierContratMois === null)
    return faits.dateCessation
  const portabilite = porterGaranties(reglement, faits)
  return portabilite.verdict === 'ACCORDEE' ? portabilite.valeur.dateFin : faits.dateCessation
}
