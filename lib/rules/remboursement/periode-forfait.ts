import {
  ajouterAnnees,
  ajouterJours,
  annee,
  type DateCivile,
  premierJanvier,
  trenteEtUnDecembre,
} from '../date/date-civile'

export interface PeriodeForfait {
  readonly du: DateCivile
  readonly au: DateCivile
}

const annees = new Map<number, PeriodeForfait>()

/** Un forfait « annuel » court du 1er janvier au 31 décembre (lecture 14). */
export function anneeCivile(jour: DateCivile): PeriodeForfait {
  const an = annee(jour)
  let periode = annees.get(an)
  if (periode === undefined) {
    periode = { du: premierJanvier(an), au: trenteEtUnDecembre(an) }
    annees.set(an, periode)
  }
  return periode
}

/**
 * La période de plusieurs années où tombe `jour` : elle s'ouvre au premier achat, une nouvelle s'ouvre au premier
 * achat qui suit sa fin.
 */
export function periodeDepuisAchat(
  jour: DateCivile,
  achats: readonly DateCivile[],
  dureeAnnees: number,
): PeriodeForfait {
  let du: DateCivile | null = null
  let suivante: DateCivile | null = null
  for (const achat of [...achats].filter((a) => a <= jour).sort()) {
    if (suivante === null || achat >= suivante) {
      du = achat
      suivante = ajouterAnnees(achat, dureeAnnees)
    }
  }
  const debut = du === null || suivante === null || jour >= suivante ? jour : du
  return { du: debut, au: ajouterJours(ajouterAnnees(debut, dureeAnnees), -1) }
}
