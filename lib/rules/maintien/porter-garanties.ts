import { ajouterMois, type DateCivile, laPlusProche } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { enDate, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { FaitsMaintien, ReglePortabilite } from './regle-maintien'

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
