import type { AccordDate } from '@/lib/rules/ayant-droit/reserver-soins'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { lire, parLecture } from '@/lib/server/db'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { type LectureLue, lirePersonnes } from '../foyer/data'
import type { VersementReserve } from './schema'

/** Those the reader knows, with what they read of each. */
export const loadLectures = (portee: PorteeAdherent) => lire(portee, (tx) => lirePersonnes(tx, portee))

interface VersementLu {
  readonly personneId: string
  readonly payeeLe: DateCivile
  readonly montant: number
}

/** What reached the reader for care they do not read: by person and day, never by care. `$2`, `$3`: days of payment. */
const VERSEMENTS = `SELECT p.personne_id::text AS "personneId", p.payee_le::text AS "payeeLe", sum(p.part_mutuelle)::float8 AS montant
  FROM lectures_soins($1::uuid[]) l JOIN prestations p
    ON p.personne_id = l.personne_id AND p.adhesion_id = l.adhesion_id AND p.date_soins >= l.lisible_avant
  WHERE p.etat = 'PAYEE' AND p.destinataire = 'ASSURE' AND NOT p.compte_propre
    AND p.payee_le >= coalesce($2::date, '-infinity') AND p.payee_le <= coalesce($3::date, 'infinity')
  GROUP BY p.personne_id, p.payee_le HAVING sum(p.part_mutuelle) <> 0 ORDER BY p.payee_le DESC, p.personne_id`

/**
 * So that what was received still adds up: the sums only, by the system, since row level security hides the rest from the reader. Nothing
 * is asked where nobody keeps anything.
 */
export async function loadVersementsReserves(
  portee: PorteeAdherent,
  personnes: readonly { readonly lecture: LectureLue | null }[],
  { du, au }: { readonly du: DateCivile | null; readonly au: DateCivile | null },
): Promise<readonly VersementReserve[]> {
  if (personnes.every(({ lecture }) => lecture === null)) return []
  const lus = await lire(SYSTEME, (tx) =>
    parLecture(tx)<VersementLu>(VERSEMENTS, [[...portee.adhesions], du, au]),
  )
  return lus.map((v) => ({ ...v, montant: montant(v.montant) }))
}

export interface MaLecture {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly dateNaissance: string
  readonly accords: readonly AccordDate[]
}

/** The contracts that cover the reader as ayant droit, and what they agreed for each. */
export const loadMesLectures = (portee: PorteeAdherent): Promise<readonly MaLecture[]> =>
  lire(portee, (tx) =>
    parLecture(tx)<MaLecture>(
      `SELECT a.id::text AS "adhesionId", a.numero_adherent AS "numeroAdherent", p.date_naissance AS "dateNaissance",
          (SELECT coalesce(json_agg(json_build_object('du', k.du, 'retireLe', k.retire_le) ORDER BY k.cree_le), '[]')
            FROM accords_lecture k WHERE k.adhesion_id = a.id AND k.personne_id = p.id) AS accords
        FROM adhesions a JOIN personnes p ON p.id = $2::uuid WHERE a.id = ANY ($1::uuid[]) ORDER BY a.date_effet, a.id`,
      [[...portee.adhesionsLues], portee.personneId],
    ),
  )
