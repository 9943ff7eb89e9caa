import { Prisma } from '@/generated/prisma/client'

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
