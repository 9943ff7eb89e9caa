import type { RegleEnfant } from '../ayant-droit/reconnaitre-enfant'
import { faitInvalide } from '../decision/erreur'
import type { Motif } from '../decision/motif'
import type { Terme } from '../montant/produit'
import type { FaitsCotisation, RoleCotisant, Tarif } from './regle-cotisation'

/** Ce qu'un bénéficiaire paie avant minoration ou majoration, sans arrondi ; sans terme, il est gratuit. */
export interface LigneTarif {
  readonly role: RoleCotisant
  readonly age: number
  readonly termes: readonly Terme[]
  readonly motif: Motif
}

/** Ce que lit une politique de tarif : les faits, et ce que le règlement sait de la gamme et des enfants. */
export interface ContexteTarif {
  readonly faits: FaitsCotisation
  readonly gamme: string
  readonly regleEnfant: RegleEnfant | null
}

/** @throws {ErreurDeRegle} FAIT_INVALIDE : une clé d'une autre forme de tarif, ou une clé nécessaire qui manque. */
export function exigerTarif<C extends keyof Tarif>(
  tarif: Tarif,
  cle: C,
  permises: readonly (keyof Tarif)[] = [cle],
): NonNullable<Tarif[C]> {
  for (const [autre, valeur] of Object.entries(tarif)) {
    if (valeur !== null && !permises.some((permise) => permise === autre)) {
      throw faitInvalide(`tarif.${autre}`, `« tarif.${autre} » n’est pas une clé du tarif de ce règlement`)
    }
  }
  return exigerValeur(tarif[cle], `tarif.${cle}`)
}

/** @throws {ErreurDeRegle} FAIT_INVALIDE si le tarif ne donne pas cette valeur. */
export function exigerValeur<V>(valeur: V, chemin: string): NonNullable<V> {
  if (valeur === null || valeur === undefined) {
    throw faitInvalide(chemin, `« ${chemin} » est nécessaire : un bénéficiaire en dépend`)
  }
  return valeur
}
