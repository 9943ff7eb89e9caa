import { ageAu, type DateCivile } from '../date/date-civile'
import { type Accord, accorder } from '../decision/decision'
import { enDate, enNombre, motif } from '../decision/motif'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export interface FaitsVersement {
  readonly dateNaissance: DateCivile
  /** Jour du versement. */
  readonly date: DateCivile
  readonly refusExpres: boolean
  /** Il a donné un compte à lui, qui sert ce jour-là. */
  readonly compteConnu: boolean
}

/** Le compte de la personne, ou celui du contrat. */
export type CompteVise = 'PROPRE' | 'CONTRAT'

/**
 * Sur quel compte va ce qui est dû pour un enfant ayant droit : le sien, ou celui du contrat. L'âge se compte au jour du versement.
 * null : le règlement ne le paie pas lui-même, ou pas encore.
 */
export function destinerVersement(
  reglement: Reglement,
  { dateNaissance, date, refusExpres, compteConnu }: FaitsVersement,
): Accord<CompteVise> | null {
  if (reglement.seizeAns === null) return null
  const { age, paiementDirect } = regleEnVigueur(reglement.seizeAns, date, 'droits à seize ans')
  if (paiementDirect === null || ageAu(dateNaissance, date) < age) return null
  const donnees = { age: enNombre(age, 'ans'), jour: enDate(date) }
  if (refusExpres) return accorder('CONTRAT', motif('VERSEMENT_DIRECT_REFUSE', paiementDirect, donnees))
  return compteConnu
    ? accorder('PROPRE', motif('VERSEMENT_DIRECT', paiementDirect, donnees))
    : accorder('CONTRAT', motif('VERSEMENT_DIRECT_SANS_COMPTE', paiementDirect, donnees))
}
