import type { DateCivile } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { enDate, enMontant, motif } from '../decision/motif'
import { type Montant, plus, somme, ZERO } from '../montant/montant'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import type { Periodicite } from './regle-echeancier'

export interface FaitsRejet {
  readonly dateRejet: DateCivile
  /** Le compte n'était pas approvisionné ; un autre rejet (compte clos, opposition) ne retire rien. */
  readonly provisionInsuffisante: boolean
  /** Ce que la banque a pris pour ce rejet. */
  readonly frais: Montant
  /** Échéances de l'année non payées, celle du rejet comprise. */
  readonly impayees: readonly Montant[]
}

export interface SuiteDuRejet {
  readonly prelevementConserve: boolean
  /** Solde de la cotisation et frais, exigibles le jour du rejet. */
  readonly exigible: Montant
  readonly frais: Montant
  /** Périodicités qui restent possibles par chèque. */
  readonly cheque: readonly Periodicite[]
}

/** Ce qu'entraîne le rejet d'un prélèvement. */
export function rejeterPrelevement(reglement: Reglement, faits: FaitsRejet): Decision<SuiteDuRejet> {
  const regle = regleEnVigueur(reglement.echeancier, faits.dateRejet, 'rejet de prélèvement')
  const article = prevu(regle.rejet, 'rejet de prélèvement')
  if (faits.frais < 0 || faits.impayees.some((montant) => montant < 0))
    throw faitInvalide('impayees', 'un montant dû est positif')
  const cheque = regle.cheque?.periodicites ?? []
  const frais = { frais: enMontant(faits.frais), rejet: enDate(faits.dateRejet) }
  const aSaCharge = faits.frais > ZERO ? [motif('FRAIS_DE_REJET', article, frais)] : []
  if (!faits.provisionInsuffisante) {
    const valeur = { prelevementConserve: true, exigible: faits.frais, frais: faits.frais, cheque }
    return accorder(valeur, motif('PRELEVEMENT_CONSERVE', article, frais), ...aSaCharge)
  }
  const solde = somme(faits.impayees)
  const valeur = {
    prelevementConserve: false,
    exigible: plus(solde, faits.frais),
    frais: faits.frais,
    cheque,
  }
  const donnees = { ...frais, solde: enMontant(solde) }
  return accorder(valeur, motif('PRELEVEMENT_PERDU', article, donnees), ...aSaCharge)
}
