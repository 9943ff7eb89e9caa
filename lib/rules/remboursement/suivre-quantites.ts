import { ajouterJours, type DateCivile } from '../date/date-civile'
import { valeurAu } from '../reglement/serie-datee'
import { consommationsDe } from './consommation'
import type { Consommation, Etablissement } from './faits'
import type { FormuleOuverte, RangeeOuverte } from './formule'
import type { CodeLigne } from './lignes'
import { anneeCivile } from './periode-forfait'
import type { QuantiteTouchee } from './resultat'
import type { Socle } from './socle'

/** Où en sont les jours ou les séances d'une année. */
export interface EtatQuantite {
  readonly ligne: CodeLigne
  readonly unite: QuantiteTouchee['unite']
  /** La sous-limite d'une sorte d'établissement ; null pour celle de la case. */
  readonly etablissement: Etablissement | null
  readonly parAn: number
  readonly utilise: number
  readonly reste: number
  readonly du: DateCivile
  readonly au: DateCivile
  readonly renouvelleLe: DateCivile
}

type Limite = Pick<EtatQuantite, 'unite' | 'etablissement' | 'parAn'>

const enJours = (parAn: number | null | undefined, etablissement: Etablissement | null): readonly Limite[] =>
  parAn === null || parAn === undefined ? [] : [{ unite: 'JOUR', etablissement, parAn }]

function limitesDe({ rangee, garantie }: RangeeOuverte, socle: Socle, jour: DateCivile): readonly Limite[] {
  if (garantie.type === 'non-garanti') return []
  const { conditions } = rangee
  const seances =
    rangee.ligne === 'psychologues-monpsy'
      ? valeurAu(socle.parametres.psychologueSeances, jour).valeur
      : conditions?.seancesParAn
  return [
    ...enJours('joursParAn' in garantie ? garantie.joursParAn : null, null),
    ...enJours(conditions?.joursSpecialise, 'SPECIALISE'),
    ...enJours(conditions?.joursMaternite, 'MATERNITE'),
    ...(seances === undefined ? [] : [{ unite: 'SEANCE', etablissement: null, parAn: seances } as const]),
  ]
}

/** Une consommation qui ne dit pas où compte dans chaque sous-limite, comme au paiement. */
const ailleurs = (c: Consommation, etablissement: Etablissement | null): boolean =>
  etablissement !== null && c.etablissement !== undefined && c.etablissement !== etablissement

/** Les jours et les séances que compte une formule, pris et restants à une date, dans l'ordre du tableau. */
export function etatsQuantites(
  formule: FormuleOuverte,
  socle: Socle,
  consommations: readonly Consommation[],
  jour: DateCivile,
): readonly EtatQuantite[] {
  const annee = anneeCivile(jour)
  return [...formule.rangees.values()].flatMap((ouverte) => {
    const { ligne } = ouverte.rangee
    return limitesDe(ouverte, socle, jour).map((limite) => {
      const prises = consommationsDe(consommations, ligne, annee, (c) => !ailleurs(c, limite.etablissement))
      const utilise = prises.reduce((total, c) => total + (c.quantite ?? 1), 0)
      const reste = Math.max(limite.parAn - utilise, 0)
      return { ligne, ...limite, utilise, reste, ...annee, renouvelleLe: ajouterJours(annee.au, 1) }
    })
  })
}
