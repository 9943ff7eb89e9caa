import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { indexNir } from '../portefeuille/data'
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

interface Identite {
  readonly nir: string
  readonly dateNaissance: string
  readonly rang: number
}

/** Under which the Assurance maladie knows a person; in memory only. */
export const cleDuRetour = ({ nir, dateNaissance, rang }: Identite): string =>
  `${nir} ${dateNaissance} ${rang}`

/** The people that these answers name, by their key; those whom the mutuelle does not know are not there. */
export async function loadPersonnesDesRetours(
  client: Ecriture,
  retours: readonly Identite[],
): Promise<ReadonlyMap<string, string>> {
  const nirs = new Map(
    [...new Set(retours.map(({ nir }) => nir))].map((nir) => [indexNir(nir).toString('hex'), nir]),
  )
  const { rows } = await client.query<{ id: string; nir: string; naissance: string; rang: number }>(
    `SELECT p.id, encode(i.nir_index, 'hex') AS nir, p.date_naissance AS naissance, p.rang_naissance AS rang
      FROM immatriculations i JOIN personnes p ON p.id = i.personne_id
      WHERE i.nir_index IN (SELECT decode(n, 'hex') FROM unnest($1::text[]) AS n)`,
    [[...nirs.keys()]],
  )
  return new Map(
    rows.map(({ id, nir, naissance, rang }) => [
      cleDuRetour({ nir: nirs.get(nir) ?? '', dateNaissance: naissance, rang }),
      id,
    ]),
  )
}
