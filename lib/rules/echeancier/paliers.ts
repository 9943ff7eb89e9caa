import {
  ajouterJours,
  annee,
  type DateCivile,
  dernierDuMois,
  laPlusProche,
  laPlusTardive,
} from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { type Montant, minimum, moins } from '../montant/montant'
import type { Palier, ParametresEcheancier } from './regle-echeancier'

/** @throws {ErreurDeRegle} FAIT_INVALIDE : hors de l'année, à l'envers, ou qui se chevauchent. */
export function verifierPaliers(an: number, paliers: readonly Palier[]): void {
  for (const [rang, { du, au, mensuelle }] of paliers.entries()) {
    const suivant = paliers[rang + 1]
    if (annee(du) !== an || annee(au) !== an)
      throw faitInvalide(`paliers.${rang}`, `un palier tient dans ${an}`)
    if (au < du) throw faitInvalide(`paliers.${rang}.au`, 'le palier finit avant de commencer')
    if (mensuelle < 0) throw faitInvalide(`paliers.${rang}.mensuelle`, 'une cotisation est positive')
    if (suivant !== undefined && suivant.du <= au)
      throw faitInvalide(`paliers.${rang + 1}.du`, 'deux paliers se chevauchent')
  }
}

/** Les paliers arrêtés au dernier jour dû. */
export const couperPaliers = (paliers: readonly Palier[], fin: DateCivile): Palier[] =>
  paliers.filter(({ du }) => du <= fin).map((palier) => ({ ...palier, au: laPlusProche(palier.au, fin) }))

/** Ce qui courait jusqu'à la veille du changement, puis ce qui court depuis : quelqu'un entre, sort, change d'option. */
export function enchainerPaliers(
  avant: readonly Palier[],
  apres: readonly Palier[],
  changement: DateCivile,
): Palier[] {
  const suite = apres
    .filter(({ au }) => au >= changement)
    .map((palier) => ({ ...palier, du: laPlusTardive(palier.du, changement) }))
  return [...couperPaliers(avant, ajouterJours(changement, -1)), ...suite]
}

/** Ce qu'il reste à l'adhérent une fois retirée la participation, jusqu'au dernier jour où l'employeur la verse. */
export function retirerParticipation(
  paliers: readonly Palier[],
  participation: Montant,
  jusquAu: DateCivile | null,
): Palier[] {
  const nets = paliers.map((palier) => ({
    ...palier,
    mensuelle: moins(palier.mensuelle, minimum(participation, palier.mensuelle)),
  }))
  return jusquAu === null ? nets : enchainerPaliers(nets, paliers, ajouterJours(jusquAu, 1))
}

/** Dernier jour dû par celui qui part : le jour même, ou la fin du mois commencé. */
export const dernierJourDu = (
  { depart }: ParametresEcheancier,
  dernierJourCouvert: DateCivile,
): DateCivile => (depart.politique === 'FIN_DU_MOIS' ? dernierDuMois(dernierJourCouvert) : dernierJourCouvert)
