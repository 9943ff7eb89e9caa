import { ajouterMois, type DateCivile } from '../date/date-civile'
import type { Decision } from '../decision/decision'
import type { Reglement } from '../reglement/reglement'
import type { FaitsRemboursement } from './faits'
import { rembourserSoin } from './rembourser-soin'
import { moisDeRenouvellement } from './renouvellement'
import type { Remboursement } from './resultat'
import type { Socle } from './socle'

export interface Simulation {
  readonly formule: string
  readonly dateSoins: DateCivile
  readonly decision: Decision<Remboursement, Remboursement>
}

const simuler = (reglement: Reglement, socle: Socle, faits: FaitsRemboursement): Simulation => ({
  formule: faits.formule,
  dateSoins: faits.dateSoins,
  decision: rembourserSoin(reglement, socle, faits),
})

/** Le même soin sous plusieurs formules, avec les compteurs réels. C'est la fonction qui paie : simuler, c'est payer. */
export function comparerFormules(
  reglement: Reglement,
  socle: Socle,
  faits: FaitsRemboursement,
  formules: readonly string[],
): readonly Simulation[] {
  return formules.map((formule) => simuler(reglement, socle, { ...faits, formule }))
}

/**
 * Le premier jour où un équipement optique ou une aide auditive se renouvelle, d'après le dernier ;
 * null si le soin ne se renouvelle pas ou n'a pas de précédent.
 */
export function dateDeRenouvellement(socle: Socle, faits: FaitsRemboursement): DateCivile | null {
  const { soin } = faits
  const dernier = soin.ligne === 'optique.equipement' ? soin.dernierEquipement : soin.dernierAppareil
  return dernier === undefined ? null : ajouterMois(dernier, moisDeRenouvellement(socle, faits))
}

/** Le même soin reporté à sa date de renouvellement ; null quand rien n'oblige à l'attendre. */
export function simulerApresRenouvellement(
  reglement: Reglement,
  socle: Socle,
  faits: FaitsRemboursement,
): Simulation | null {
  const possible = dateDeRenouvellement(socle, faits)
  if (possible === null || possible <= faits.dateSoins) return null
  return simuler(reglement, socle, { ...faits, dateSoins: possible })
}
