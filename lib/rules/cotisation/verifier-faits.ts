import {
  annee,
  type DateCivile,
  laPlusTardive,
  premierJanvier,
  trenteEtUnDecembre,
} from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import type { Palier } from '../echeancier/regle-echeancier'
import type { FaitsCotisation, RoleCotisant } from './regle-cotisation'

/** @throws {ErreurDeRegle} FAIT_INVALIDE : foyer impossible, ou personne née après l'année. */
export function verifierFoyer({ beneficiaires, annee: an }: FaitsCotisation): void {
  const combien = (role: RoleCotisant): number => beneficiaires.filter((b) => b.role === role).length
  if (combien('ADHERENT') !== 1) throw faitInvalide('beneficiaires', 'il faut un adhérent, et un seul')
  if (combien('CONJOINT') > 1) throw faitInvalide('beneficiaires', 'il n’y a qu’un conjoint')
  for (const [place, { dateNaissance }] of beneficiaires.entries()) {
    if (annee(dateNaissance) > an)
      throw faitInvalide(`beneficiaires.${place}.dateNaissance`, `cette personne naît après ${an}`)
  }
}

/** Les jours de l'année où l'adhésion court : toute l'année, ou depuis son effet. */
export function couvertureDeLAnnee({ annee: an, dateEffet }: FaitsCotisation): Omit<Palier, 'mensuelle'> {
  const fin = trenteEtUnDecembre(an)
  const debut = premierJanvier(an)
  if (dateEffet === null) return { du: debut, au: fin }
  if (dateEffet > fin) throw faitInvalide('dateEffet', `l’adhésion prend effet après ${an}`)
  return { du: laPlusTardive(debut, dateEffet), au: fin }
}

/** Un adhérent ou un conjoint n'est pas né après l'effet de son adhésion. */
export function verifierEffet({ beneficiaires, dateEffet }: FaitsCotisation): void {
  const fautif = beneficiaires.findIndex(({ role, dateNaissance }) =>
    estNeApres(role, dateNaissance, dateEffet),
  )
  if (fautif !== -1)
    throw faitInvalide('dateEffet', `l’adhésion prend effet avant la naissance de l’adhérent ou du conjoint`)
}

const estNeApres = (role: RoleCotisant, naissance: DateCivile, effet: DateCivile | null): boolean =>
  role !== 'ENFANT' && effet !== null && naissance > effet
