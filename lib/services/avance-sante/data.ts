import type { EtatAvance } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { contexteIban } from '../compte-bancaire/data'
import { peutPreparerLot } from '../lot-bancaire/access'

/** Money lent, in cents. */
export interface AvanceLue {
  readonly id: string
  readonly demandeId: string | null
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly nom: string
  readonly prenom: string
  readonly reglement: string
  readonly etat: EtatAvance
  readonly montant: number
  readonly mois: number
  readonly verseeLe: DateCivile | null
  readonly rendu: number
  readonly motifs: unknown
}

const LUES = `SELECT v.id::text, v.demande_id::text AS "demandeId", v.adhesion_id::text AS "adhesionId", a.numero_adherent AS "numeroAdherent",
    m.prenom || ' ' || m.nom AS nom, p.prenom, a.reglement, v.etat::text AS etat, v.montant::float8 AS montant, v.mois::int AS mois,
    v.versee_le::text AS "verseeLe", v.motifs,
    coalesce((SELECT sum(r.montant) FROM reglements_avances r WHERE r.avance_id = v.id), 0)::float8 AS rendu
  FROM avances_sante v JOIN adhesions a ON a.id = v.adhesion_id JOIN personnes m ON m.id = a.membre_participant_id
    JOIN personnes p ON p.id = v.personne_id`

/** Of the contracts they hold: those to come, those to give back, the last given back. */
export const loadMesAvances = (acteur: PorteeAdherent): Promise<readonly AvanceLue[]> =>
  lire(acteur, (tx) =>
    tx.$queryRawUnsafe<AvanceLue[]>(
      `${LUES} WHERE v.adhesion_id = ANY ($1::uuid[]) AND v.etat <> 'ANNULEE' ORDER BY v.decidee_le DESC, v.id LIMIT 10`,
      [...acteur.adhesions],
    ),
  )

/** Rows shown; the rest is said to exist. */
export const LIMITE = 50

/** What is lent and not given back, the oldest first. */
export async function loadAvances(acteur: PorteeGestion): Promise<readonly AvanceLue[]> {
  if (!peutPreparerLot(acteur)) return []
  return lire(acteur, (tx) =>
    tx.$queryRawUnsafe<AvanceLue[]>(
      `${LUES} WHERE v.etat IN ('A_VERSER', 'VERSEE') ORDER BY v.versee_le NULLS LAST, v.id LIMIT ${LIMITE + 1}`,
    ),
  )
}

export const lockAvance = async (client: Ecriture, id: string): Promise<AvanceLue | null> =>
  (await client.query<AvanceLue>(`${LUES} WHERE v.id = $1 FOR UPDATE OF v`, [id])).rows[0] ?? null

export interface AvanceAVerser {
  readonly id: string
  readonly adhesionId: string
  readonly montant: number
  readonly compteBancaireId: string
  readonly titulaire: string
  readonly iban: string
}

/** Those whose account is known on the day of the transfer and that no living order holds, locked. */
export async function loadAvancesAVerser(
  client: Ecriture,
  executionLe: DateCivile,
): Promise<readonly AvanceAVerser[]> {
  const { rows } = await client.query<Omit<AvanceAVerser, 'iban'> & { readonly iban_chiffre: Buffer }>(
    `SELECT v.id, v.adhesion_id AS "adhesionId", v.montant, b.id AS "compteBancaireId", b.titulaire, b.iban_chiffre
      FROM avances_sante v JOIN comptes_bancaires b ON b.adhesion_id = v.adhesion_id AND b.usage = 'PRESTATIONS'
        AND b.personne_id IS NULL AND b.du <= $1::date AND (b.au IS NULL OR b.au >= $1::date)
      WHERE v.etat = 'A_VERSER' AND NOT EXISTS (SELECT FROM ordres_avances o WHERE o.avance_id = v.id AND o.vivant)
      ORDER BY v.decidee_le, v.id FOR UPDATE OF v`,
    [executionLe],
  )
  return rows.map(({ iban_chiffre, ...a }) => ({
    ...a,
    iban: dechiffrer(iban_chiffre, contexteIban(a.compteBancaireId)),
  }))
}
