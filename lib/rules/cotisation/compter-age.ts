import { ageAu, annee, type DateCivile, premierJanvier } from '../date/date-civile'

/**
 * L'âge qui fixe le tarif d'une année. MILLESIME : année moins année de naissance. ANNEE_PRECEDENTE : l'âge atteint
 * l'année d'avant, la hausse suivant l'anniversaire au 1er janvier. AU_PREMIER_JANVIER : l'âge révolu ce jour-là.
 */
export type PolitiqueAge = 'MILLESIME' | 'ANNEE_PRECEDENTE' | 'AU_PREMIER_JANVIER'

/** Un enfant né dans l'année a zéro an, quelle que soit la façon de compter. */
export function compterAge(politique: PolitiqueAge, an: number, naissance: DateCivile): number {
  switch (politique) {
    case 'MILLESIME':
      return an - annee(naissance)
    case 'ANNEE_PRECEDENTE':
      return Math.max(0, an - 1 - annee(naissance))
    case 'AU_PREMIER_JANVIER':
      return Math.max(0, ageAu(naissance, premierJanvier(an)))
  }
}
