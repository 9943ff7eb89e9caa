import { type DateCivile, dernierDuMois, laPlusTardive } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { type ArticleId, enDate, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Jusqu'à quand les soins d'un adhérent parti sont encore remboursés. */
export interface ParametresFinPrestations {
  readonly politique: 'A_LA_DATE_D_EFFET' | 'FIN_DU_MOIS_COTISE'
  readonly article: ArticleId
}

export interface FaitsFinPrestations {
  readonly dateEffet: DateCivile
  /** Dernier jour couvert par une cotisation acquittée. */
  readonly cotiseJusquAu: DateCivile
}

/** Dernier jour de soins remboursés après un départ ; un mois cotisé n'abrège jamais la couverture. */
export function finirPrestations(
  reglement: Reglement,
  faits: FaitsFinPrestations,
): Decision<{ readonly dernierJour: DateCivile }> {
  const regle = regleEnVigueur(reglement.finPrestations, faits.dateEffet, 'prestations après un départ')
  const dernierJour =
    regle.politique === 'FIN_DU_MOIS_COTISE'
      ? laPlusTardive(dernierDuMois(faits.cotiseJusquAu), faits.dateEffet)
      : faits.dateEffet
  const donnees = { effet: enDate(faits.dateEffet), dernierJour: enDate(dernierJour) }
  return accorder({ dernierJour }, motif(`PRESTATIONS_${regle.politique}`, regle.article, donnees))
}
