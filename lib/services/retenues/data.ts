import { Prisma } from '@/generated/prisma/client'
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

/**
 * Participations and franchises by person and year: the year of the reimbursement (CSS D. 160-6, D. 160-10), the year of care where the
 * décompte does not tell. What was taken back does not count, nor what takes it back. @param qui whose prestations `p`.
 */
export const requeteRetenues = (qui: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT p.personne_id AS "personneId", extract(year FROM coalesce(p.rembourse_le, p.date_soins))::int AS annee,
    sum(p.participation)::bigint AS participation, sum(p.franchise)::bigint AS franchise,
    coalesce(sum(p.participation) FILTER (WHERE p.rembourse_le IS NULL), 0)::bigint AS "participationSansJour",
    coalesce(sum(p.franchise) FILTER (WHERE p.rembourse_le IS NULL), 0)::bigint AS "franchiseSansJour"
  FROM prestations p
  WHERE ${qui} AND (p.participation <> 0 OR p.franchise <> 0) AND p.etat <> 'ANNULEE' AND p.annule_id IS NULL
    AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)
  GROUP BY 1, 2`

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
