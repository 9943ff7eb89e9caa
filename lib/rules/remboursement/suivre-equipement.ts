import { ajouterMois, type DateCivile } from '../date/date-civile'
import type { Beneficiaire, Consommation, ElementOptique, MotifRenouvellement } from './faits'
import { moisDeRenouvellement } from './renouvellement'
import type { Socle } from './socle'

/** Une monture et deux verres par période : ce qui est pris, et quand on peut de nouveau. */
export interface EtatEquipement {
  readonly monture: { readonly prise: boolean; readonly renouvelleLe: DateCivile | null }
  readonly verres: { readonly pris: number; readonly renouvelleLe: DateCivile | null }
}

/** La sorte d'élément qu'une consommation a payé, si c'en est un. */
export function sorteConsommee(c: Consommation): ElementOptique['sorte'] | null {
  if (c.element !== undefined) return c.element
  if (c.ligne === 'optique.monture') return 'MONTURE'
  return c.ligne.startsWith('optique.verre-') ? 'VERRE' : null
}

/** Les éléments d'une sorte pris assez récemment pour compter encore à ce jour, du plus ancien au plus récent. */
export function elementsPris(
  consommations: readonly Consommation[],
  sorte: ElementOptique['sorte'],
  jour: DateCivile,
  mois: number,
): readonly Consommation[] {
  return consommations
    .filter((c) => c.date <= jour && sorteConsommee(c) === sorte && ajouterMois(c.date, mois) > jour)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

export const nombreDElements = (prises: readonly Consommation[]): number =>
  prises.reduce((total, c) => total + (c.quantite ?? 1), 0)

/** Où en sont les lunettes d'un bénéficiaire à une date, selon son âge et la raison d'en changer. */
export function etatEquipement(
  socle: Socle,
  beneficiaire: Beneficiaire,
  consommations: readonly Consommation[],
  dateSoins: DateCivile,
  motifRenouvellement?: MotifRenouvellement,
): EtatEquipement {
  const mois = moisDeRenouvellement(socle, {
    formule: '',
    dateSoins,
    beneficiaire,
    soin: {
      ligne: 'optique.equipement',
      ...(motifRenouvellement === undefined ? {} : { motifRenouvellement }),
    },
  })
  const montures = elementsPris(consommations, 'MONTURE', dateSoins, mois)
  const verres = elementsPris(consommations, 'VERRE', dateSoins, mois)
  const echeance = (prises: readonly Consommation[]): DateCivile | null => {
    const premiere = prises[0]
    return premiere === undefined ? null : ajouterMois(premiere.date, mois)
  }
  return {
    monture: { prise: montures.length > 0, renouvelleLe: echeance(montures) },
    verres: { pris: nombreDElements(verres), renouvelleLe: echeance(verres) },
  }
}
