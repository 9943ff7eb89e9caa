import type { DateCivile } from '../date/date-civile'
import { ajouterJours } from '../date/date-civile'
import { type Montant, plus, reste, ZERO } from '../montant/montant'
import { consommationsDe } from './consommation'
import type { Consommation, Oeil, Oreille } from './faits'
import type { FormuleOuverte } from './formule'
import type { Garantie } from './garantie'
import type { CodeLigne } from './lignes'
import { anneeCivile, type PeriodeForfait, periodeDepuisAchat } from './periode-forfait'

/** Où en est un forfait à une date : en euros, ou en jours quand la case les compte (les lunettes : `etatEquipement`). */
export interface EtatForfait {
  readonly ligne: CodeLigne
  /** Null : la case ne limite pas le montant. */
  readonly plafond: Montant | null
  readonly utilise: Montant
  readonly reste: Montant | null
  readonly joursParAn: number | null
  readonly joursUtilises: number
  readonly joursRestants: number | null
  readonly du: DateCivile
  readonly au: DateCivile
  /** Premier jour de la période suivante. */
  readonly renouvelleLe: DateCivile
  readonly oeil: Oeil | null
  readonly oreille: Oreille | null
}

interface Compteur {
  readonly plafond: Montant | null
  readonly joursParAn: number | null
  readonly annees: number
  readonly par: 'OEIL' | 'OREILLE' | null
}

const ANNUEL = { joursParAn: null, annees: 1, par: null } as const

/** Ce qu'une case compte ; null si elle ne compte rien. */
function compteurDe(garantie: Garantie): Compteur | null {
  switch (garantie.type) {
    case 'forfait-annuel':
    case 'pourcentage-br-plus-forfait':
    case 'plafond-annuel-depassements':
      return { ...ANNUEL, plafond: garantie.montant }
    case 'forfait-par-seance':
      return garantie.plafondAnnuel === null ? null : { ...ANNUEL, plafond: garantie.plafondAnnuel }
    case 'forfait-par-oeil-par-an':
      return { ...ANNUEL, plafond: garantie.montant, par: 'OEIL' }
    case 'forfait-par-oreille':
      return { ...ANNUEL, plafond: garantie.montant, annees: garantie.periodeAnnees, par: 'OREILLE' }
    case 'forfait-par-periode':
      return { ...ANNUEL, plafond: garantie.montant, annees: garantie.periodeAnnees }
    case 'forfait-par-jour':
    case 'forfait-par-nuit':
    case 'frais-reels':
      return garantie.joursParAn === null
        ? null
        : { ...ANNUEL, plafond: null, joursParAn: garantie.joursParAn }
    default:
      return null
  }
}

function etatDe(
  ligne: CodeLigne,
  compteur: Compteur,
  consommations: readonly Consommation[],
  jour: DateCivile,
  cote: { readonly oeil: Oeil | null; readonly oreille: Oreille | null },
): EtatForfait {
  const duCote = (c: Consommation): boolean =>
    (cote.oeil === null || c.oeil === undefined || c.oeil === cote.oeil) &&
    (cote.oreille === null || c.oreille === undefined || c.oreille === cote.oreille)
  const siennes = consommations.filter((c) => c.ligne === ligne && duCote(c))
  const periode: PeriodeForfait =
    compteur.annees === 1
      ? anneeCivile(jour)
      : periodeDepuisAchat(
          jour,
          siennes.map((c) => c.date),
          compteur.annees,
        )
  const prises = consommationsDe(siennes, ligne, periode)
  let utilise = ZERO
  let joursUtilises = 0
  for (const c of prises) {
    utilise = plus(utilise, c.montant)
    joursUtilises += c.quantite ?? 1
  }
  return {
    ligne,
    plafond: compteur.plafond,
    utilise,
    reste: compteur.plafond === null ? null : reste(compteur.plafond, utilise),
    joursParAn: compteur.joursParAn,
    joursUtilises: compteur.joursParAn === null ? 0 : joursUtilises,
    joursRestants: compteur.joursParAn === null ? null : Math.max(compteur.joursParAn - joursUtilises, 0),
    ...periode,
    renouvelleLe: ajouterJours(periode.au, 1),
    ...cote,
  }
}

/** Les états d'un forfait à une date : un par œil ou par oreille quand la case les distingue ; vide si rien ne se compte. */
export function etatForfait(
  formule: FormuleOuverte,
  ligne: CodeLigne,
  consommations: readonly Consommation[],
  jour: DateCivile,
): readonly EtatForfait[] {
  const garantie = formule.rangees.get(ligne)?.garantie
  const compteur = garantie === undefined ? null : compteurDe(garantie)
  if (compteur === null) return []
  if (compteur.par === 'OEIL') {
    return (['DROIT', 'GAUCHE'] as const).map((oeil) =>
      etatDe(ligne, compteur, consommations, jour, { oeil, oreille: null }),
    )
  }
  if (compteur.par === 'OREILLE') {
    return (['DROITE', 'GAUCHE'] as const).map((oreille) =>
      etatDe(ligne, compteur, consommations, jour, { oeil: null, oreille }),
    )
  }
  return [etatDe(ligne, compteur, consommations, jour, { oeil: null, oreille: null })]
}

/** Tous les forfaits d'une formule, dans l'ordre du tableau. */
export function etatsForfaits(
  formule: FormuleOuverte,
  consommations: readonly Consommation[],
  jour: DateCivile,
): readonly EtatForfait[] {
  return [...formule.rangees.keys()].flatMap((ligne) => etatForfait(formule, ligne, consommations, jour))
}
