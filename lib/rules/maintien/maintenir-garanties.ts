import { ajouterMois, type DateCivile, laPlusProche } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export interface ReglePortabilite {
  readonly dureeMaxMois: number
  readonly article: ArticleId
  /** Article qui borne la durée par celle du dernier contrat de travail. */
  readonly articleDuree: ArticleId
}

/** Loi Évin : l'organisme propose, l'ancien salarié ou ses ayants droit demandent. Délais en mois. */
export interface RegleEvin {
  readonly propositionMois: number
  readonly demandeMois: number
  readonly dureeAyantsDroitMois: number
  readonly article: ArticleId
}

export interface ParametresMaintien {
  readonly portabilite: ReglePortabilite | null
  readonly evin: RegleEvin | null
}

export interface FaitsMaintien {
  /** Fin du contrat de travail ; décès du salarié pour ses ayants droit. */
  readonly dateCessation: DateCivile
  readonly dateFinIndemnisation: DateCivile | null
  /** Durée du dernier contrat de travail ; un mois entamé compte entier. */
  readonly dureeDernierContratMois: number | null
}

/** Fin de la portabilité : la plus proche des bornes connues (durée du contrat, douze mois, indemnisation). */
export function porterGaranties(
  reglement: Reglement,
  faits: FaitsMaintien,
): Decision<{ readonly dateFin: DateCivile }> {
  const regles = regleEnVigueur(reglement.maintien, faits.dateCessation, 'maintien des garanties')
  const regle = prevu(regles.portabilite, 'portabilité')
  const mois = dureePortabilite(regle, faits.dureeDernierContratMois)
  const parDuree = ajouterMois(faits.dateCessation, mois)
  const duree = motif('PORTABILITE_DUREE', regle.articleDuree, {
    cessation: enDate(faits.dateCessation),
    duree: enNombre(mois, 'mois'),
    max: enNombre(regle.dureeMaxMois, 'mois'),
    fin: enDate(parDuree),
  })
  const indemnisation = faits.dateFinIndemnisation
  if (indemnisation === null) return accorder({ dateFin: parDuree }, duree)
  verifierOrdre(['dateCessation', faits.dateCessation], ['dateFinIndemnisation', indemnisation])
  const dateFin = laPlusProche(parDuree, indemnisation)
  const borne = motif('PORTABILITE_INDEMNISATION', regle.article, {
    indemnisation: enDate(indemnisation),
    fin: enDate(dateFin),
  })
  return accorder({ dateFin }, duree, borne)
}

function dureePortabilite(regle: ReglePortabilite, dernierContrat: number | null): number {
  if (dernierContrat === null) return regle.dureeMaxMois
  if (!(dernierContrat > 0))
    throw faitInvalide('dureeDernierContratMois', 'une durée de contrat est positive')
  return Math.min(Math.ceil(dernierContrat), regle.dureeMaxMois)
}

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
