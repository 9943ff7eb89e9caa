import type { DateCivile } from '../date/date-civile'
import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { enDate, enMontant, motif } from '../decision/motif'
import type { Montant } from '../montant/montant'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export interface FaitsParrainage {
  /** Effet de l'adhésion du filleul. */
  readonly dateAdhesionFilleul: DateCivile
  readonly filleulDejaAdherent: boolean
  readonly filleulDeLaFamille: boolean
  /** Cotisation mensuelle du parrain seul, sans ses ayants droit. */
  readonly mensuelleDuParrain: Montant
}

/** Le mois rendu au parrain quand son filleul adhère. Un refus donne tous ses motifs. */
export function parrainer(
  reglement: Reglement,
  faits: FaitsParrainage,
): Decision<{ readonly remboursement: Montant }> {
  const regle = regleEnVigueur(reglement.echeancier, faits.dateAdhesionFilleul, 'parrainage')
  const article = prevu(regle.parrainage, 'parrainage')
  const refus = [
    ...(faits.filleulDejaAdherent ? [motif('FILLEUL_DEJA_ADHERENT', article)] : []),
    ...(faits.filleulDeLaFamille ? [motif('FILLEUL_DE_LA_FAMILLE', article)] : []),
  ]
  if (refus.length > 0) return refuser(null, ...auMoinsUnMotif(refus))
  const donnees = {
    adhesion: enDate(faits.dateAdhesionFilleul),
    remboursement: enMontant(faits.mensuelleDuParrain),
  }
  return accorder({ remboursement: faits.mensuelleDuParrain }, motif('PARRAINAGE', article, donnees))
}
