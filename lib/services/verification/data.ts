import { Prisma } from '@/generated/prisma/client'
import type { EtatPrestation } from '@/generated/prisma/enums'
import type { ContenuLigne } from '@/lib/flux/decomptes/format'
import type { Partage } from '@/lib/flux/liquidation/partage'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutLireVerifications } from './access'

export interface VerificationLue {
  readonly id: string
  readonly etat: EtatPrestation
  readonly prenom: string
  readonly nom: string
  readonly numeroAdherent: string | null
  readonly libelle: string
  readonly executant: string | null
  readonly dateSoins: DateCivile
  /** Day of the mutuelle on which the calculation gave up. */
  readonly calculeeLe: DateCivile
  readonly formule: string | null
  readonly versionReglement: string
  readonly partage: Partage
  readonly motifs: unknown
  readonly contenu: ContenuLigne
}

const LIGNE = Prisma.sql`SELECT p.id, p.etat::text AS etat, q.prenom, q.nom, a.numero_adherent AS "numeroAdherent", p.libelle, p.executant,
    p.date_soins::text AS "dateSoins", (p.calculee_le AT TIME ZONE 'Europe/Paris')::date::text AS "calculeeLe", p.formule,
    p.version_reglement AS "versionReglement", p.motifs, l.contenu,
    json_build_object('depense', p.depense, 'base', p.base, 'partAmo', p.part_amo, 'participation', p.participation,
      'franchise', p.franchise, 'partRegimeLocal', p.part_regime_local, 'autresRemboursements', p.autres_remboursements,
      'partMutuelle', p.part_mutuelle, 'resteACharge', p.reste_a_charge) AS partage
  FROM prestations p JOIN personnes q ON q.id = p.personne_id JOIN lignes_decompte l ON l.id = p.ligne_id
    LEFT JOIN adhesions a ON a.id = p.adhesion_id`

export const PAR_PAGE = 20

export interface VerificationsLues {
  readonly lignes: readonly VerificationLue[]
  /** Where the more recent ones go on from; null: no more. */
  readonly suite: string | null
}

/** What waits for a person, the oldest first: by the index of what waits, whatever the number of prestations. */
export async function loadVerifications(
  acteur: PorteeGestion,
  apres: string | null,
): Promise<VerificationsLues> {
  if (!peutLireVerifications(acteur)) return { lignes: [], suite: null }
  const suivant =
    apres === null
      ? Prisma.empty
      : Prisma.sql`AND (p.calculee_le, p.id) > (SELECT x.calculee_le, x.id FROM prestations x WHERE x.id = ${apres}::uuid)`
  const lues = await lire(
    acteur,
    (tx) => tx.$queryRaw<VerificationLue[]>`${LIGNE} WHERE p.etat = 'A_VERIFIER' ${suivant}
      ORDER BY p.calculee_le, p.id LIMIT ${PAR_PAGE + 1}`,
  )
  return {
    lignes: lues.slice(0, PAR_PAGE),
    suite: lues.length > PAR_PAGE ? (lues[PAR_PAGE - 1]?.id ?? null) : null,
  }
}

/** One that waits, or that a person decided. Null: none such, or not for this reader. */
export async function loadVerification(acteur: PorteeGestion, id: string): Promise<VerificationLue | null> {
  if (!peutLireVerifications(acteur)) return null
  const [lue] = await lire(
    acteur,
    (tx) => tx.$queryRaw<VerificationLue[]>`${LIGNE} WHERE p.id = ${id}::uuid
      AND (p.etat = 'A_VERIFIER' OR p.motifs @? '$[*] ? (@.code starts with "VERIFICATION_")')`,
  )
  return lue ?? null
}

export interface ADecider {
  readonly etat: EtatPrestation
  readonly adhesionId: string | null
  readonly partMutuelle: number
  readonly resteACharge: number
  readonly participation: number
  readonly franchise: number
  readonly versionReglement: string
  readonly motifs: readonly Motif[]
}

/** The row that a decision changes, locked until the end of the transaction. Null: no such row. */
export async function verrouillerVerification(client: Ecriture, id: string): Promise<ADecider | null> {
  const { rows } = await client.query<ADecider>(
    `SELECT etat::text AS etat, adhesion_id AS "adhesionId", part_mutuelle AS "partMutuelle", reste_a_charge AS "resteACharge", participation,
        franchise, version_reglement AS "versionReglement", motifs
      FROM prestations WHERE id = $1 FOR UPDATE`,
    [id],
  )
  return rows[0] ?? null
}
