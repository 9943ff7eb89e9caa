import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { contexteIban } from '../compte-bancaire/data'
import type { ContratRibLu } from './view'

/** Accounts of the contracts this person holds, those that serve or will serve, by last four characters. */
export async function loadRibs(acteur: PorteeAdherent, jour: DateCivile): Promise<readonly ContratRibLu[]> {
  if (acteur.adhesions.length === 0) return []
  return lire(
    acteur,
    (tx) => tx.$queryRaw<ContratRibLu[]>`
    SELECT a.id::text, a.numero_adherent AS "numeroAdherent",
      (SELECT coalesce(max(h.version), 0) FROM changements_rib h WHERE h.adhesion_id = a.id) AS version,
      (SELECT coalesce(json_agg(json_build_object('usage', b.usage, 'titulaire', b.titulaire, 'ibanFin', b.iban_fin, 'du', b.du, 'au', b.au)
          ORDER BY b.du), '[]')
        FROM comptes_bancaires b WHERE b.adhesion_id = a.id AND (b.au IS NULL OR b.au >= greatest(${jour}::date, b.du))) AS comptes
    FROM adhesions a WHERE a.id = ANY (${[...acteur.adhesions]}::uuid[]) ORDER BY a.date_effet DESC, a.id`,
  )
}

/** An account that pays benefits on a day or later, its IBAN opened. */
export interface CompteServant {
  readonly id: string
  readonly titulaire: string
  readonly iban: string
  readonly du: DateCivile
  readonly au: DateCivile | null
}

/** The nearest first. */
export async function loadComptesServants(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<readonly CompteServant[]> {
  const { rows } = await client.query<Omit<CompteServant, 'iban'> & { iban_chiffre: Buffer }>(
    `SELECT id, titulaire, iban_chiffre, du, au FROM comptes_bancaires
      WHERE adhesion_id = $1 AND usage = 'PRESTATIONS' AND (au IS NULL OR au >= greatest($2::date, du)) ORDER BY du`,
    [adhesionId, jour],
  )
  return rows.map(({ iban_chiffre, ...c }) => ({ ...c, iban: dechiffrer(iban_chiffre, contexteIban(c.id)) }))
}

/** How many times the account of benefits was given by the member. */
export async function loadVersionRib(client: Ecriture, adhesionId: string): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    'SELECT coalesce(max(version), 0)::int AS version FROM changements_rib WHERE adhesion_id = $1',
    [adhesionId],
  )
  return rows[0]?.version ?? 0
}

/** A mailbox to warn, and the account of the portal it belongs to. */
export interface AAvertir {
  readonly compteId: string
  readonly email: string
}

interface Proche extends AAvertir {
  readonly prenom: string
  readonly nom: string
  readonly membre: boolean
}

const sansAccent = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The holder's name holds the person's, whatever the order and the accents. */
const estTitulaire = ({ prenom, nom }: Proche, titulaires: readonly string[]): boolean =>
  titulaires
    .map(sansAccent)
    .some((titulaire) => titulaire.includes(sansAccent(nom)) && titulaire.includes(sansAccent(prenom)))

/**
 * Who hears that the account of benefits changes: the membre participant, at the mailbox they left less than 30 days before too (whoever
 * took the portal changes the e-mail first), and the other adult of the contract whose account it was, or becomes.
 */
export async function loadAAvertir(
  client: Ecriture,
  adhesionId: string,
  titulaires: readonly string[],
  instant: Date,
): Promise<readonly AAvertir[]> {
  const { rows: proches } = await client.query<Proche>(
    `SELECT c.id AS "compteId", c.email, p.prenom, p.nom, a.membre_participant_id = p.id AS membre
      FROM adhesions a JOIN personnes p ON p.id = a.membre_participant_id OR p.id IN
          (SELECT b.personne_id FROM beneficiaires b WHERE b.adhesion_id = a.id AND b.lien IN ('CONJOINT', 'PACS', 'CONCUBIN'))
        JOIN comptes c ON c.personne_id = p.id
      WHERE a.id = $1 AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL ORDER BY 5 DESC, c.id`,
    [adhesionId],
  )
  const avertis = proches.filter((p) => p.membre || estTitulaire(p, titulaires))
  const { rows: anciennes } = await client.query<AAvertir>(
    `SELECT compte_id AS "compteId", ancien AS email FROM changements_courriel
      WHERE compte_id = ANY ($1::uuid[]) AND confirme_le > $2::timestamptz - interval '30 days' ORDER BY confirme_le`,
    [avertis.map((p) => p.compteId), instant],
  )
  const toutes = [...avertis.map(({ compteId, email }) => ({ compteId, email })), ...anciennes]
  return [...new Map(toutes.map((a) => [a.email, a])).values()]
}
