import { type Montant, montant, ZERO } from '@/lib/rules/montant/montant'
import type { RetenueConnue, SorteRetenue } from '@/lib/rules/remboursement/suivre-retenues'

/** What the décomptes of a year kept of one person's care, in cents. */
export interface RetenuesAnnee {
  readonly personneId: string
  readonly annee: number
  readonly participation: bigint
  readonly franchise: bigint
  /** Of which the décompte does not tell the day of reimbursement. */
  readonly participationSansJour: bigint
  readonly franchiseSansJour: bigint
}

const cents = (nombre: bigint | undefined): Montant => montant(Math.max(0, Number(nombre ?? 0n)))

const RIEN: RetenueConnue = { total: ZERO, auJourDuSoin: ZERO }

/** Those of a person and a year. */
export function retenuesDe(
  lues: readonly RetenuesAnnee[],
  personneId: string,
  annee: number,
): Readonly<Record<SorteRetenue, RetenueConnue>> {
  const l = lues.find((r) => r.personneId === personneId && r.annee === annee)
  if (l === undefined) return { PARTICIPATIONS: RIEN, FRANCHISES: RIEN }
  return {
    PARTICIPATIONS: { total: cents(l.participation), auJourDuSoin: cents(l.participationSansJour) },
    FRANCHISES: { total: cents(l.franchise), auJourDuSoin: cents(l.franchiseSansJour) },
  }
}
