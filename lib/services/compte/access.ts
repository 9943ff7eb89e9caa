import type { LienBeneficiaire, StatutCompte } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'

/** Someone a card names, with what decides whether they may open an account. */
export interface PorteurDeCarte {
  readonly personneId: string
  readonly dateNaissance: string
  readonly liens: readonly LienBeneficiaire[]
  readonly compte: StatutCompte | null
}

export type RefusInscription = 'MOINS_DE_16_ANS' | 'COMPTE_EXISTANT'

const AGE_ESPACE = 16

/**
 * Birth dates are texts, some of them « lunaires » (month 13 and above): compared as texts, such a person is 16 at the end of that year.
 */
const aSeizeAns = (dateNaissance: string, jour: DateCivile): boolean => {
  const annee = Number(dateNaissance.slice(0, 4)) + AGE_ESPACE
  return `${annee}${dateNaissance.slice(4)}` <= jour
}

/** A membre participant of any age, an ayant droit from 16; one account a person. */
export function refusInscription(porteur: PorteurDeCarte, jour: DateCivile): RefusInscription | null {
  if (!porteur.liens.includes('MEMBRE_PARTICIPANT') && !aSeizeAns(porteur.dateNaissance, jour))
    return 'MOINS_DE_16_ANS'
  return porteur.compte === null || porteur.compte === 'EN_ATTENTE' ? null : 'COMPTE_EXISTANT'
}
