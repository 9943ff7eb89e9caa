import { ajouterMois, type DateCivile } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { enDate, motif } from '../decision/motif'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { FaitsMaintien } from './regle-maintien'

export interface MaintienAyantsDroit {
  readonly dureeMinimaleJusquAu: DateCivile
  readonly demandeAvant: DateCivile
}

/** Ayants droit d'un salarié décédé : douze mois au moins, demandés dans les six mois. */
export function maintenirAyantsDroit(
  reglement: Reglement,
  faits: FaitsMaintien,
): Decision<MaintienAyantsDroit> {
  const regles = regleEnVigueur(reglement.maintien, faits.dateCessation, 'maintien des garanties')
  const regle = prevu(regles.evin, 'maintien loi Évin')
  const dureeMinimaleJusquAu = ajouterMois(faits.dateCessation, regle.dureeAyantsDroitMois)
  const demandeAvant = ajouterMois(faits.dateCessation, regle.demandeMois)
  const donnees = {
    deces: enDate(faits.dateCessation),
    jusquAu: enDate(dureeMinimaleJusquAu),
    demande: enDate(demandeAvant),
  }
  return accorder({ dureeMinimaleJusquAu, demandeAvant }, motif('EVIN_AYANTS_DROIT', regle.article, donnees))
}
