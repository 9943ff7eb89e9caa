import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { contexteIban } from '../compte-bancaire/data'
import type { CompteRemplace } from '../compte-bancaire/mutations'
import { deciderVersement, type FaitsVersementLus } from '../versement/view'
import { remplacesSchema } from './schema'
import type { ContratRibLu } from './view'

interface LigneLue extends Omit<ContratRibLu, 'direct'>, FaitsVersementLus {
  readonly titulaire: boolean
}

const DERNIER = `SELECT h.version, h.effet_le, EXISTS (SELECT FROM annulations_rib n WHERE n.changement_id = h.id) AS annule
  FROM changements_rib h WHERE h.adhesion_id = a.id AND h.personne_id IS NOT DISTINCT FROM q.moi ORDER BY h.version DESC LIMIT 1`

const RIBS = `SELECT a.id::text, a.numero_adherent AS "numeroAdherent", q.moi IS NULL AS titulaire, a.reglement, x.lien::text AS lien,
    p.date_naissance AS naissance,
    EXISTS (SELECT FROM refus_paiement_direct f WHERE f.adhesion_id = a.id AND f.personne_id = q.moi AND f.du <= $1::date
      AND (f.leve_le IS NULL OR f.leve_le > $1::date)) AS refus,
    coalesce(d.version, 0) AS version, coalesce(d.annule AND d.effet_le >= $1::date, false) AS abandonne,
    (SELECT coalesce(json_agg(json_build_object('usage', b.usage, 'titulaire', b.titulaire, 'ibanFin', b.iban_fin, 'du', b.du, 'au', b.au,
        'changement', (SELECT h.id FROM changements_rib h WHERE h.compte_bancaire_id = b.id LIMIT 1)) ORDER BY b.du), '[]')
      FROM comptes_bancaires b WHERE b.adhesion_id = a.id AND b.personne_id IS NOT DISTINCT FROM q.moi
        AND (b.au IS NULL OR b.au >= greatest($1::date, b.du))) AS comptes
  FROM adhesions a CROSS JOIN LATERAL (SELECT CASE WHEN a.id <> ALL ($2::uuid[]) THEN $3::uuid END AS moi) q
  LEFT JOIN personnes p ON p.id = q.moi
  LEFT JOIN LATERAL (SELECT l.lien FROM beneficiaires l WHERE l.adhesion_id = a.id AND l.personne_id = q.moi ORDER BY l.du DESC LIMIT 1) x ON true
  LEFT JOIN LATERAL (${DERNIER}) d ON true
  WHERE a.id = ANY ($2::uuid[] || $4::uuid[]) ORDER BY a.date_effet DESC, a.id`

/**
 * Accounts that serve or will serve, by last four characters: those of the contracts this person holds, and their own where a règlement
 * pays them themselves. Row level security shows neither to the other.
 */
export async function loadRibs(acteur: PorteeAdherent, jour: DateCivile): Promise<readonly ContratRibLu[]> {
  const { adhesions, adhesionsLues, personneId } = acteur
  if (adhesions.length + adhesionsLues.length === 0) return []
  const lus = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<LigneLue[]>(RIBS, jour, [...adhesions], personneId, [...adhesionsLues]),
  )
  return lus.flatMap(({ titulaire, reglement, lien, naissance, refus, ...contrat }) => {
    const direct = titulaire ? null : deciderVersement({ reglement, lien, naissance, refus }, true, jour)
    return titulaire || direct !== null ? [{ ...contrat, direct }] : []
  })
}

/** Whose account is changed: the contract's, or the person's own. */
export interface CibleRib {
  readonly adhesionId: string
  readonly personneId: string | null
}

/** What the règlement says of paying somebody of that contract themselves; null: it does not. */
export async function loadDroitDirect(
  client: Ecriture,
  { adhesionId, personneId }: { readonly adhesionId: string; readonly personneId: string },
  jour: DateCivile,
): Promise<ReturnType<typeof deciderVersement>> {
  const { rows } = await client.query<FaitsVersementLus>(
    `SELECT a.reglement, l.lien::text AS lien, p.date_naissance AS naissance,
        EXISTS (SELECT FROM refus_paiement_direct f WHERE f.adhesion_id = a.id AND f.personne_id = p.id AND f.du <= $3
          AND (f.leve_le IS NULL OR f.leve_le > $3)) AS refus
      FROM adhesions a JOIN beneficiaires l ON l.adhesion_id = a.id AND l.personne_id = $2 JOIN personnes p ON p.id = l.personne_id
      WHERE a.id = $1 ORDER BY l.du DESC LIMIT 1`,
    [adhesionId, personneId, jour],
  )
  const [lu] = rows
  return lu === undefined ? null : deciderVersement(lu, true, jour)
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
  { adhesionId, personneId }: CibleRib,
  jour: DateCivile,
): Promise<readonly CompteServant[]> {
  const { rows } = await client.query<Omit<CompteServant, 'iban'> & { iban_chiffre: Buffer }>(
    `SELECT id, titulaire, iban_chiffre, du, au FROM comptes_bancaires
      WHERE adhesion_id = $1 AND usage = 'PRESTATIONS' AND personne_id IS NOT DISTINCT FROM $3::uuid
        AND (au IS NULL OR au >= greatest($2::date, du)) ORDER BY du`,
    [adhesionId, jour, personneId],
  )
  return rows.map(({ iban_chiffre, ...c }) => ({ ...c, iban: dechiffrer(iban_chiffre, contexteIban(c.id)) }))
}

/** The last change of this account, which the next form must follow, and the last of the contract, which numbers it. */
export async function loadVersionsRib(
  client: Ecriture,
  { adhesionId, personneId }: CibleRib,
): Promise<{ readonly cible: number; readonly contrat: number }> {
  const { rows } = await client.query<{ cible: number; contrat: number }>(
    `SELECT coalesce(max(version) FILTER (WHERE personne_id IS NOT DISTINCT FROM $2::uuid), 0)::int AS cible,
        coalesce(max(version), 0)::int AS contrat FROM changements_rib WHERE adhesion_id = $1`,
    [adhesionId, personneId],
  )
  return rows[0] ?? { cible: 0, contrat: 0 }
}

export interface ChangementLu extends CibleRib {
  readonly id: string
  readonly compteBancaireId: string
  readonly titulaire: string
  readonly ibanFin: string
  readonly effetLe: DateCivile
  readonly creeLe: Date
  readonly annule: boolean
  readonly remplaces: readonly CompteRemplace[]
}

const CHANGEMENTS = `SELECT h.id, h.adhesion_id AS "adhesionId", h.personne_id AS "personneId", h.compte_bancaire_id AS "compteBancaireId",
    h.titulaire, h.iban_fin AS "ibanFin", h.effet_le AS "effetLe", h.cree_le AS "creeLe", h.remplaces,
    EXISTS (SELECT FROM annulations_rib n WHERE n.changement_id = h.id) AS annule FROM changements_rib h`

const lireChangement = (lu: ChangementLu): ChangementLu => ({
  ...lu,
  remplaces: remplacesSchema.parse(lu.remplaces),
})

export async function loadChangement(client: Ecriture, id: string): Promise<ChangementLu | null> {
  const { rows } = await client.query<ChangementLu>(`${CHANGEMENTS} WHERE h.id = $1`, [id])
  return rows[0] === undefined ? null : lireChangement(rows[0])
}

/** Those that have not taken effect yet nor been given up, the last first. */
export async function loadChangementsPrevus(
  client: Ecriture,
  { adhesionId, personneId }: CibleRib,
  jour: DateCivile,
): Promise<readonly ChangementLu[]> {
  const { rows } = await client.query<ChangementLu>(
    `${CHANGEMENTS} WHERE h.adhesion_id = $1 AND h.personne_id IS NOT DISTINCT FROM $2::uuid AND h.effet_le > $3
      AND NOT EXISTS (SELECT FROM annulations_rib n WHERE n.changement_id = h.id) ORDER BY h.version DESC`,
    [adhesionId, personneId, jour],
  )
  return rows.map(lireChangement)
}

/** Why transfers came back, read since that instant, from any of these accounts. */
export async function loadCodesRevenus(
  client: Ecriture,
  comptes: readonly string[],
  depuis: Date,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ code: string }>(
    `SELECT DISTINCT r.code FROM retours_bancaires r JOIN ordres_bancaires o ON o.id = r.ordre_id
      WHERE o.compte_bancaire_id = ANY ($1::uuid[]) AND r.lu_le >= $2`,
    [comptes, depuis],
  )
  return rows.map(({ code }) => code)
}

/** A transfer to that account is at the bank already. */
export async function aDejaRecu(client: Ecriture, compteBancaireId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM ordres_bancaires WHERE compte_bancaire_id = $1 AND etat IN ('EMIS', 'EXECUTE') LIMIT 1`,
    [compteBancaireId],
  )
  return rowCount !== 0
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
  /** Whose own account it is. */
  readonly concerne: boolean
}

const sansAccent = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The holder's name holds the person's, whatever the order and the accents. */
const estTitulaire = ({ prenom, nom }: Proche, titulaires: readonly string[]): boolean =>
  titulaires
    .map(sansAccent)
    .some((titulaire) => titulaire.includes(sansAccent(nom)) && titulaire.includes(sansAccent(prenom)))

/**
 * Who hears that the account of benefits changes: the membre participant, at the mailbox they left less than 30 days before too (whoever
 * took the portal changes the e-mail first), and the other adult of the contract whose account it was, or becomes. Of a person's own
 * account, that person and the membre participant.
 */
export async function loadAAvertir(
  client: Ecriture,
  { adhesionId, personneId }: CibleRib,
  titulaires: readonly string[],
  instant: Date,
): Promise<readonly AAvertir[]> {
  const { rows: proches } = await client.query<Proche>(
    `SELECT c.id AS "compteId", c.email, p.prenom, p.nom, a.membre_participant_id = p.id AS membre,
        p.id IS NOT DISTINCT FROM $2::uuid AS concerne
      FROM adhesions a JOIN personnes p ON p.id = a.membre_participant_id OR p.id IN
          (SELECT b.personne_id FROM beneficiaires b WHERE b.adhesion_id = a.id AND (b.personne_id = $2 OR $2::uuid IS NULL AND b.lien IN ('CONJOINT', 'PACS', 'CONCUBIN')))
        JOIN comptes c ON c.personne_id = p.id
      WHERE a.id = $1 AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL ORDER BY 5 DESC, c.id`,
    [adhesionId, personneId],
  )
  const avertis = proches.filter((p) => p.membre || p.concerne || estTitulaire(p, titulaires))
  const { rows: anciennes } = await client.query<AAvertir>(
    `SELECT compte_id AS "compteId", ancien AS email FROM changements_courriel
      WHERE compte_id = ANY ($1::uuid[]) AND confirme_le > $2::timestamptz - interval '30 days' ORDER BY confirme_le`,
    [avertis.map((p) => p.compteId), instant],
  )
  const toutes = [...avertis.map(({ compteId, email }) => ({ compteId, email })), ...anciennes]
  return [...new Map(toutes.map((a) => [a.email, a])).values()]
}
