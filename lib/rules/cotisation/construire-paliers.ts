import { ajouterJours, type DateCivile, laPlusTardive } from '../date/date-civile'
import type { Palier } from '../echeancier/regle-echeancier'
import { type Montant, somme } from '../montant/montant'
import type { Exoneration } from './exonerer'

/** Ce qu'un bénéficiaire paie par mois, et depuis quand il peut être couvert. */
export interface LignePayante {
  readonly place: number
  readonly dateNaissance: DateCivile
  readonly mensuelle: Montant
}

const estExoneree = (ligne: LignePayante, jour: DateCivile, exonerations: readonly Exoneration[]): boolean =>
  exonerations.some(
    ({ place, du, au }) => (place === null || place === ligne.place) && du <= jour && jour <= au,
  )

/**
 * Les jours couverts d'une année, coupés chaque fois que la somme due par mois change : naissance d'un enfant, début
 * ou fin d'une exonération.
 */
export function construirePaliers(
  du: DateCivile,
  au: DateCivile,
  lignes: readonly LignePayante[],
  exonerations: readonly Exoneration[],
): Palier[] {
  const coupures = [
    ...lignes.map(({ dateNaissance }) => dateNaissance),
    ...exonerations.flatMap((exoneration) => [exoneration.du, ajouterJours(exoneration.au, 1)]),
  ]
  const debuts = [...new Set([du, ...coupures.map((jour) => laPlusTardive(jour, du))])]
    .filter((jour) => jour <= au)
    .sort()
  return debuts.map((debut, rang) => {
    const suivant = debuts[rang + 1]
    const payees = lignes.filter(
      (ligne) => ligne.dateNaissance <= debut && !estExoneree(ligne, debut, exonerations),
    )
    return {
      du: debut,
      au: suivant === undefined ? au : ajouterJours(suivant, -1),
      mensuelle: somme(payees.map(({ mensuelle }) => mensuelle)),
    }
  })
}

/** Deux paliers voisins qui doivent autant n'en font qu'un. */
export function fusionnerPaliers(paliers: readonly Palier[]): Palier[] {
  const fusion: Palier[] = []
  for (const palier of paliers) {
    const dernier = fusion.at(-1)
    if (
      dernier !== undefined &&
      dernier.mensuelle === palier.mensuelle &&
      ajouterJours(dernier.au, 1) === palier.du
    ) {
      fusion[fusion.length - 1] = { ...dernier, au: palier.au }
    } else fusion.push(palier)
  }
  return fusion
}
