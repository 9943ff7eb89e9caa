import type { EtatPrestation } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'

export interface PrestationAPasser {
  readonly id: string
  readonly adhesionId: string
  /** Day on which its file was made. */
  readonly jour: DateCivile
  readonly etat: EtatPrestation
  /** Cents; negative when it takes back one that was paid. */
  readonly montant: number
  /** Who is paid in the place of the member. */
  readonly tiers: { readonly identifiant: string; readonly nom: string } | null
  /** For one that takes another back: the professional to whom the other was owed. */
  readonly tiersRembourseId: string | null
  /** Cents of it that had gone to a debt before it was taken back. */
  readonly retenu: number
}

/**
 * Those of the ids that move money: something is due, or was. A prestation that was never to be paid (to verify, refused) moves
 * nothing, nor does the one that takes back another before it was paid: the one taken back carries both movements.
 */
export async function loadPrestationsAPasser(
  client: Ecriture,
  ids: readonly string[],
): Promise<PrestationAPasser[]> {
  const { rows } = await client.query<PrestationAPasser>(
    `SELECT p.id, p.adhesion_id AS "adhesionId", (f.cree_le AT TIME ZONE 'Europe/Paris')::date AS jour, p.etat,
        p.part_mutuelle AS montant,
        CASE WHEN p.destinataire = 'ASSURE' THEN NULL ELSE jsonb_build_object(
          'identifiant', coalesce('FINESS ' || (x.e ->> 'finess'), 'RPPS ' || (x.e ->> 'rpps'), 'AM ' || (x.e ->> 'numeroAM'),
            'SANS NUMERO ' || coalesce(p.executant, '')),
          'nom', coalesce(p.executant, 'Professionnel sans nom')) END AS tiers,
        (SELECT c.tiers_id FROM ecritures d JOIN comptes_livre c ON c.id = d.credit_id WHERE d.operation = 'PRESTATION_DUE'
          AND d.piece_type = 'prestation' AND d.piece_id = p.annule_id) AS "tiersRembourseId",
        coalesce((SELECT r.montant FROM ecritures r WHERE r.operation = 'INDU_RETENU' AND r.piece_type = 'prestation'
          AND r.piece_id = p.id), 0) AS retenu
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id,
        LATERAL (SELECT l.contenu -> 'executant' AS e) x
      WHERE p.id = ANY ($1::uuid[]) AND p.part_mutuelle <> 0
        AND (p.etat IN ('A_PAYER', 'PAYEE') OR (p.etat = 'ANNULEE' AND p.annule_id IS NULL))
      ORDER BY f.ordre, l.rang`,
    [ids],
  )
  return rows
}
