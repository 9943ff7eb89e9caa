import { ajouterMois, type DateCivile } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { enDate, enMontant, enNombre, motif } from '../decision/motif'
import { type Montant, somme } from '../montant/montant'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Ce qui fut payé à tort (ou non appelé) pour le mois qui commence ce jour-là. */
export interface MoisARegulariser {
  readonly jour: DateCivile
  readonly montant: Montant
}

export interface Regularisation {
  readonly retenu: Montant
  readonly ecarte: Montant
  /** Premier jour que la régularisation n'atteint plus ; null sans limite. */
  readonly avant: DateCivile | null
}

/**
 * Ce qu'une régularisation peut rendre ou réclamer. La durée se compte en mois de cotisation, depuis le changement de
 * situation, et vaut dans les deux sens.
 */
export function bornerRegularisation(
  reglement: Reglement,
  faits: { readonly dateChangement: DateCivile; readonly mois: readonly MoisARegulariser[] },
): Decision<Regularisation> {
  const regle = regleEnVigueur(reglement.echeancier, faits.dateChangement, 'régularisation')
  const total = somme(faits.mois.map(({ montant }) => montant))
  const tropTot = faits.mois.findIndex(({ jour }) => jour < faits.dateChangement)
  if (tropTot !== -1)
    throw faitInvalide(`mois.${tropTot}.jour`, 'avant le changement de situation, la cotisation était due')
  if (regle.regularisation === null) {
    const donnees = { retenu: enMontant(total) }
    const valeur = { retenu: total, ecarte: somme([]), avant: null }
    return accorder(valeur, motif('REGULARISATION_SANS_LIMITE', regle.article, donnees))
  }
  const avant = ajouterMois(faits.dateChangement, regle.regularisation.mois)
  const dans = faits.mois.filter(({ jour }) => jour < avant)
  const hors = faits.mois.filter(({ jour }) => jour >= avant)
  const valeur = {
    retenu: somme(dans.map(({ montant }) => montant)),
    ecarte: somme(hors.map(({ montant }) => montant)),
    avant,
  }
  const donnees = {
    duree: enNombre(regle.regularisation.mois, 'mois'),
    changement: enDate(faits.dateChangement),
    retenu: enMontant(valeur.retenu),
    ecarte: enMontant(valeur.ecarte),
  }
  return accorder(valeur, motif('REGULARISATION_BORNEE', regle.regularisation.article, donnees))
}
