import type { NatureDocument } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutEcrireCourrier } from '../document/access'

export interface PapierAPoster {
  readonly id: string
  readonly nature: NatureDocument
  readonly emisLe: DateCivile
  readonly objet: string | null
  /** Whom it speaks to. */
  readonly qui: string
  readonly numeroAdherent: string
  /** On one line; null: none is known, it cannot leave before one is. */
  readonly adresse: string | null
}

/** Papers of one page; what is posted leaves room for the next. */
export const PAPIERS_PAR_PAGE = 100

const A_POSTER = `SELECT d.id::text, d.nature::text AS nature, d.emis_le::text AS "emisLe", d.donnees -> 'faits' ->> 'objet' AS objet,
    p.prenom || ' ' || p.nom AS qui, a.numero_adherent AS "numeroAdherent", l.adresse
  FROM documents d JOIN personnes p ON p.id = d.personne_id JOIN adhesions a ON a.id = d.adhesion_id
  LEFT JOIN LATERAL (SELECT concat_ws(', ', x.complement, x.voie, x.lieu_dit, x.code_postal || ' ' || x.ville, x.pays) AS adresse
    FROM adresses x WHERE x.personne_id IN (d.personne_id, a.membre_participant_id) AND x.du <= $1::date
    ORDER BY (x.personne_id = d.personne_id) DESC, x.version DESC LIMIT 1) l ON true
  WHERE d.support = 'PAPIER' AND d.poste_le IS NULL AND d.nature <> 'RELEVE_PRESTATIONS'
  ORDER BY d.emis_le, d.nature, d.id LIMIT ${PAPIERS_PAR_PAGE + 1}`

/** What has to leave by post, the oldest first; relevés are printed by their batch. Null: not for this role. */
export async function loadAPoster(
  acteur: PorteeGestion,
  jour: DateCivile,
): Promise<{ readonly papiers: readonly PapierAPoster[]; readonly encore: boolean } | null> {
  if (!peutEcrireCourrier(acteur)) return null
  const lus = await lire(acteur, (tx) => tx.$queryRawUnsafe<PapierAPoster[]>(A_POSTER, jour))
  return { papiers: lus.slice(0, PAPIERS_PAR_PAGE), encore: lus.length > PAPIERS_PAR_PAGE }
}
