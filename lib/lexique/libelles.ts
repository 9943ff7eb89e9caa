import type { DateCivile } from '../rules/date/date-civile'
import { formatDateEnChiffres } from './formats'

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
const aQui = (destinataire: CodeDestinataire, pourMoi: boolean): string =>
  destinataire === 'ASSURE' && pourMoi ? 'à vous' : A_QUI[destinataire]

export interface Situation {
  readonly etat: CodeEtat
  readonly destinataire: CodeDestinataire
  readonly pourMoi: boolean
  readonly payeeLe: DateCivile | null
  /** What the mutuelle pays for this line; below zero when it takes a payment back. */
  readonly sens: 'VERSE' | 'RIEN' | 'REPREND'
}

export function phraseEtat({ etat, destinataire, pourMoi, payeeLe, sens }: Situation): string {
  const le = payeeLe === null ? '' : ` le ${formatDateEnChiffres(payeeLe)}`
  switch (etat) {
    case 'PAYEE':
      if (sens === 'RIEN') return `Terminé${le}, rien à verser`
      return sens === 'REPREND' ? `Repris${le} par la mutuelle` : `Versé${le} ${aQui(destinataire, pourMoi)}`
    case 'A_PAYER':
      if (sens === 'RIEN') return 'Rien à verser par la mutuelle'
      return sens === 'REPREND' ? 'À reprendre par la mutuelle' : `À verser ${aQui(destinataire, pourMoi)}`
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

const ETATS: Readonly<Record<CodeEtat, string>> = {
  CALCULEE: 'calculé',
  A_VERIFIER: 'à vérifier',
  A_PAYER: 'à verser',
  PAYEE: 'versé',
  REFUSEE: 'refusé',
  ANNULEE: 'annulé',
}
/** In a table, for staff. */
export const libelleEtatCourt = (etat: CodeEtat): string => ETATS[etat]

const ROLES = {
  ADHERENT: 'adhérent',
  GESTIONNAIRE: 'gestionnaire',
  SUPERVISEUR: 'superviseur',
  COMPTABLE: 'comptable',
  MEDECIN_CONSEIL: 'médecin-conseil',
  ADMINISTRATEUR: 'administrateur',
} as const

export const libelleRole = (role: keyof typeof ROLES): string => ROLES[role]
