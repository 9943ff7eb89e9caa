import { Prisma } from '@/generated/prisma/client'
import {
  type DateCivile,
  dateCivile,
  estDateCivile,
  premierJanvier,
  trenteEtUnDecembre,
} from '@/lib/rules/date/date-civile'
import { lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { lirePersonnes } from '../foyer/data'
import { requeteRetenues } from '../retenues/data'
import type { RetenuesAnnee } from '../retenues/schema'
import type { AnneeLue, LigneAnnee } from './schema'

/** What the reader may see, said again to row level security so that the indexes of prestations serve. */
const siennes = (portee: PorteeAdherent): Prisma.Sql =>
  Prisma.sql`(p.adhesion_id = ANY (${[...portee.adhesions]}::uuid[]) OR p.personne_id = ${portee.personneId}::uuid)`

/**
 * The sums of a year by person and line. What was taken back does not count, nor what takes it back: corrected care is one care, and the
 * two made zero.
 */
export const requeteAnnee = (
  portee: PorteeAdherent,
  du: DateCivile,
  au: DateCivile,
): Prisma.Sql => Prisma.sql`
  SELECT p.personne_id AS "personneId", p.ligne_garantie AS "ligneGarantie", count(*)::int AS nombre,
    sum(p.depense)::bigint AS depense, sum(p.part_amo)::bigint AS "partAmo", sum(p.participation)::bigint AS participation,
    sum(p.franchise)::bigint AS franchise, sum(p.part_regime_local)::bigint AS "partRegimeLocal",
    sum(p.autres_remboursements)::bigint AS "autresRemboursements", sum(p.part_mutuelle)::bigint AS "partMutuelle",
    sum(p.reste_a_charge)::bigint AS "resteACharge"
  FROM prestations p
  WHERE ${siennes(portee)} AND p.date_soins BETWEEN ${du}::date AND ${au}::date AND p.etat <> 'ANNULEE' AND p.annule_id IS NULL
    AND (SELECT x.id FROM prestations x WHERE x.annule_id = p.id) IS NULL
  GROUP BY p.personne_id, p.ligne_garantie`

export const requeteAnnees = (portee: PorteeAdherent): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT extract(year FROM p.date_soins)::int AS annee FROM prestations p WHERE ${siennes(portee)} ORDER BY annee DESC`

export const requeteRetenuesLues = (portee: PorteeAdherent): Prisma.Sql => requeteRetenues(siennes(portee))

/** One year of care as the base adds it up: four statements, whatever the number of lines. */
export function lireAnnee(portee: PorteeAdherent, annee: number, choisie: string | null): Promise<AnneeLue> {
  return lire(portee, async (tx) => {
    const personnes = (await lirePersonnes(tx, portee)).map((p) => ({
      ...p,
      // A date that the calendar does not know counts from the first day of its year.
      dateNaissance: dateCivile(
        estDateCivile(p.dateNaissance) ? p.dateNaissance : `${p.dateNaissance.slice(0, 4)}-01-01`,
      ),
    }))
    const connue = personnes.some(({ id }) => id === choisie) ? choisie : null
    const annees = await tx.$queryRaw<{ annee: number }[]>(requeteAnnees(portee))
    const lignes = await tx.$queryRaw<LigneAnnee[]>(
      requeteAnnee(portee, premierJanvier(annee), trenteEtUnDecembre(annee)),
    )
    const retenues = await tx.$queryRaw<RetenuesAnnee[]>(requeteRetenuesLues(portee))
    return {
      annee,
      retenues,
      annees: annees.map((a) => a.annee),
      personnes,
      choisie: connue,
      lignes: lignes.filter((l) => connue === null || l.personneId === connue),
    }
  })
}
