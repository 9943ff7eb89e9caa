import type { DateCivile } from '@/lib/rules/date/date-civile'
import { lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { TeletransmissionLue } from './view'

/** Where it stands for the person, and for those their contracts cover today; an ayant droit sees their own. */
export const loadTeletransmissions = (
  acteur: PorteeAdherent,
  jour: DateCivile,
): Promise<readonly TeletransmissionLue[]> =>
  lire(
    acteur,
    (tx) => tx.$queryRaw<TeletransmissionLue[]>`
    SELECT p.id::text AS "personneId", p.prenom, p.nom, t.etat::text, t.code, t.depuis::text
    FROM personnes p LEFT JOIN LATERAL (SELECT e.etat, e.code, e.depuis FROM teletransmissions e
      WHERE e.personne_id = p.id AND e.depuis <= ${jour}::date ORDER BY e.depuis DESC, e.rang DESC LIMIT 1) t ON true
    WHERE p.id IN (SELECT b.personne_id FROM beneficiaires b WHERE b.adhesion_id = ANY (${[...acteur.adhesions]}::uuid[])
        AND daterange(b.du, b.au, '[]') @> ${jour}::date UNION SELECT ${acteur.personneId}::uuid)
    ORDER BY (p.id = ${acteur.personneId}::uuid) DESC, p.date_naissance, p.rang_naissance, p.id`,
  )
