import type { DateCivile } from '../date/date-civile'
import { determinerDateEffet } from '../date-effet/determiner-date-effet'
import type { RegleDateEffet } from '../date-effet/regle-date-effet'
import { accorder, type Decision } from '../decision/decision'
import { verifierOrdre } from '../decision/verifier-ordre'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export type MotifRadiation =
  | 'DEMANDE'
  | 'DIVORCE'
  | 'DECES'
  | 'PERTE_QUALITE'
  | 'CONTRAT_COLLECTIF_OBLIGATOIRE'
  | 'DEPART_ETRANGER'
  | 'CSS'

export type ParametresRadiation = Readonly<Record<MotifRadiation, RegleDateEffet | null>>

export interface FaitsRadiation {
  readonly motif: MotifRadiation
  readonly dateReception: DateCivile
  readonly dateEvenement: DateCivile | null
}

/** Quand un ayant droit cesse d'être couvert, pour ce motif. */
export function radierAyantDroit(
  reglement: Reglement,
  faits: FaitsRadiation,
): Decision<{ readonly dateEffet: DateCivile }> {
  const regles = regleEnVigueur(reglement.radiation, faits.dateReception, "radiation d'un ayant droit")
  const regle = prevu(regles[faits.motif], `radiation ${faits.motif}`)
  if (faits.motif === 'DECES') {
    verifierOrdre(
      ['dateEvenement', faits.dateEvenement],
      ['dateReception', faits.dateReception],
      'dateEvenement',
    )
  }
  const { dateEffet, motif } = determinerDateEffet(regle, faits)
  return accorder({ dateEffet }, motif)
}
