import { annee, type DateCivile, premierJanvier, trenteEtUnDecembre } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { enDate, enMontant, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { type Montant, minimum, moins, somme, ZERO } from '../montant/montant'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { dusParMois } from './compter-du'
import type { Palier, ParametresEcheancier } from './regle-echeancier'

export interface FaitsSoldeRenonciation {
  readonly dateEffet: DateCivile
  readonly dateRenonciation: DateCivile
  /** L'adhérent a demandé que la couverture commence sans attendre la fin du délai. */
  readonly executionDemandee: boolean
  readonly mensuelle: Montant
  readonly paye: Montant
}

export interface SoldeRenonciation {
  readonly du: Montant
  readonly conserve: Montant
  readonly remboursement: Montant
}

/** Ce qui reste dû par qui renonce : les jours couverts à sa demande, effet et renonciation compris ; sinon rien. */
export function solderRenonciation(
  reglement: Reglement,
  faits: FaitsSoldeRenonciation,
): Decision<SoldeRenonciation> {
  const regle = regleEnVigueur(reglement.echeancier, faits.dateEffet, 'renonciation')
  const article = prevu(regle.renonciation, 'cotisation de qui renonce')
  if (faits.executionDemandee)
    verifierOrdre(['dateEffet', faits.dateEffet], ['dateRenonciation', faits.dateRenonciation])
  const du = faits.executionDemandee ? duCouvert(regle, faits) : ZERO
  const conserve = minimum(du, faits.paye)
  const valeur = { du, conserve, remboursement: moins(faits.paye, conserve) }
  const donnees = {
    effet: enDate(faits.dateEffet),
    renonciation: enDate(faits.dateRenonciation),
    du: enMontant(du),
    remboursement: enMontant(valeur.remboursement),
  }
  const code = faits.executionDemandee ? 'RENONCIATION_PORTION_DUE' : 'RENONCIATION_SANS_COTISATION'
  return accorder(valeur, motif(code, article, donnees))
}

/** Les jours couverts, comptés dans chacune des années qu'ils touchent. */
function duCouvert({ decompte }: ParametresEcheancier, faits: FaitsSoldeRenonciation): Montant {
  const { dateEffet: du, dateRenonciation: au, mensuelle } = faits
  const paliers: Palier[] =
    annee(du) === annee(au)
      ? [{ du, au, mensuelle }]
      : [
          { du, au: trenteEtUnDecembre(annee(du)), mensuelle },
          { du: premierJanvier(annee(au)), au, mensuelle },
        ]
  const dus = paliers.flatMap((palier) => dusParMois(decompte.politique, [palier]))
  return somme(dus.map(({ montant }) => montant))
}
