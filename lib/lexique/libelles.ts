import type { DateCivile } from '../rules/date/date-civile'
import { formaterDate } from './formats'

/** Codes of the base, in the words a member reads. */
export type CodeEtat = 'CALCULEE' | 'A_VERIFIER' | 'A_PAYER' | 'PAYEE' | 'REFUSEE' | 'ANNULEE'
export type CodeDestinataire = 'ASSURE' | 'PROFESSIONNEL' | 'ETABLISSEMENT' | 'EMPLOYEUR' | 'AUTRE'

const A_QUI: Readonly<Record<CodeDestinataire, string>> = {
  ASSURE: 'à l’adhérent',
  PROFESSIONNEL: 'au professionnel de santé',
  ETABLISSEMENT: 'à l’établissement de soins',
  EMPLOYEUR: 'à l’employeur',
  AUTRE: 'à une autre personne',
}

/** « à vous » for whom the contract is; the others read who gets it. */
export const aQui = (destinataire: CodeDestinataire, pourMoi: boolean): string =>
  destinataire === 'ASSURE' && pourMoi ? 'à vous' : A_QUI[destinataire]

export interface Situation {
  readonly etat: CodeEtat
  readonly destinataire: CodeDestinataire
  readonly pourMoi: boolean
  readonly payeeLe: DateCivile | null
  readonly rienAVerser: boolean
}

export function phraseEtat(situation: Situation): string {
  const aQuiVerse = aQui(situation.destinataire, situation.pourMoi)
  switch (situation.etat) {
    case 'PAYEE':
      return situation.payeeLe === null
        ? `Versé ${aQuiVerse}`
        : `Versé le ${formaterDate(situation.payeeLe)} ${aQuiVerse}`
    case 'A_PAYER':
      return situation.rienAVerser ? 'Rien à verser par la mutuelle' : `À verser ${aQuiVerse}`
    case 'CALCULEE':
      return 'Calculé, pas encore versé'
    case 'A_VERIFIER':
      return 'À vérifier par un gestionnaire'
    case 'REFUSEE':
      return 'Refusé par la mutuelle'
    case 'ANNULEE':
      return 'Annulé'
  }
}

const ROLES = {
  ADHERENT: 'adhérent',
  GESTIONNAIRE: 'gestionnaire',
  SUPERVISEUR: 'superviseur',
  COMPTABLE: 'comptable',
  MEDECIN_CONSEIL: 'médecin-conseil',
  ADMINISTRATEUR: 'administrateur',
} as const

export const libelleRole = (role: keyof typeof ROLES): string => ROLES[role]
