import type { DateCivile } from '../date/date-civile'
import { accorder, attendre, type Decision, refuser } from '../decision/decision'
import { type ArticleId, enDate, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export interface ParametresDispense {
  readonly article: ArticleId
  /** Article qui dispense un agent territorial du contrat collectif privé, sans autre preuve que son état. */
  readonly agentTerritorial: ArticleId | null
}

export interface FaitsDispense {
  readonly date: DateCivile
  readonly demande: boolean
  readonly justificatif: boolean
  readonly agentTerritorial: boolean
  /** Jour où la raison de la dispense disparaît. */
  readonly objetCesseLe: DateCivile | null
}

/** Un salarié peut-il ne pas adhérer au contrat collectif obligatoire, et jusqu'à quand ? */
export function dispenserAffiliation(
  reglement: Reglement,
  faits: FaitsDispense,
): Decision<
  { readonly jusquAu: DateCivile | null },
  { readonly adhesionDes: DateCivile },
  'demande' | 'justificatif'
> {
  const regle = regleEnVigueur(reglement.dispense, faits.date, "dispense d'affiliation")
  if (faits.agentTerritorial && regle.agentTerritorial !== null) {
    return accorder({ jusquAu: null }, motif('DISPENSE_AGENT_TERRITORIAL', regle.agentTerritorial))
  }
  if (faits.objetCesseLe !== null && faits.objetCesseLe <= faits.date) {
    const fin = { fin: enDate(faits.objetCesseLe) }
    return refuser({ adhesionDes: faits.objetCesseLe }, motif('DISPENSE_SANS_OBJET', regle.article, fin))
  }
  if (!faits.demande || !faits.justificatif) {
    const ground = motif('DISPENSE_A_JUSTIFIER', regle.article)
    if (faits.demande) return attendre(['justificatif'], ground)
    return attendre(faits.justificatif ? ['demande'] : ['demande', 'justificatif'], ground)
  }
  return accorder({ jusquAu: faits.objetCesseLe }, motif('DISPENSE_ACCORDEE', regle.article))
}
