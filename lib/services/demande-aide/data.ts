import type { LienBeneficiaire } from '@/generated/prisma/enums'
import { aidesPrevues } from '@/lib/rules/aide/ouvrir-aide'
import type { CodeAide } from '@/lib/rules/aide/regle-aide'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { reglementDe } from '../cotisation/view'

export interface PersonneAidee {
  readonly id: string
  readonly prenom: string
  readonly naissance: string
  readonly lien: LienBeneficiaire
  readonly du: DateCivile
}

/** What was granted to a contract and stands. */
export interface AccordeeLue {
  readonly aide: string
  readonly genre: string | null
  readonly personneId: string | null
  readonly jour: DateCivile
  readonly annee: number
  readonly quantite: number
}

/** What the rules need to know of a contract to answer about an aid. */
export interface ContratAide {
  readonly id: string
  readonly numeroAdherent: string
  readonly reglement: string
  readonly membreParticipantId: string
  /** No unpaid contribution is being followed. */
  readonly aJour: boolean
  /** Cents still to give back of an avance. */
  readonly resteAvance: number
  readonly personnes: readonly PersonneAidee[]
  readonly accordees: readonly AccordeeLue[]
}

const EN_COURS = `a.date_effet <= $2::date AND (a.date_fin IS NULL OR a.date_fin >= $2::date)`

/** Of the contracts of $1 in force on the day $2, the first joined first. */
const CONTRATS = `SELECT a.id::text, a.numero_adherent AS "numeroAdherent", a.reglement, a.membre_participant_id::text AS "membreParticipantId",
    NOT EXISTS (SELECT FROM impayes i WHERE i.adhesion_id = a.id AND i.regularise_le IS NULL) AS "aJour",
    coalesce((SELECT sum(v.montant - coalesce((SELECT sum(r.montant) FROM reglements_avances r WHERE r.avance_id = v.id), 0))
      FROM avances_sante v WHERE v.adhesion_id = a.id AND v.etat IN ('A_VERSER', 'VERSEE')), 0)::float8 AS "resteAvance",
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'prenom', p.prenom, 'naissance', p.date_naissance, 'lien', x.lien, 'du', x.du)
        ORDER BY x.lien, p.date_naissance, p.id), '[]')
      FROM (SELECT b.personne_id, min(b.lien) AS lien, min(b.du) AS du FROM beneficiaires b WHERE b.adhesion_id = a.id
        GROUP BY b.personne_id) x JOIN personnes p ON p.id = x.personne_id) AS personnes,
    (SELECT coalesce(json_agg(json_build_object('aide', s.aide, 'genre', s.genre, 'personneId', s.personne_id, 'jour', s.jour,
        'annee', s.annee, 'quantite', s.quantite)), '[]')
      FROM aides_accordees s WHERE s.adhesion_id = a.id AND s.annulee_le IS NULL) AS accordees
  FROM adhesions a WHERE a.id = ANY ($1::uuid[])`

/** Those of a person that foresee an aid on that day. */
export async function loadContratsAides(
  acteur: PorteeAdherent,
  jour: DateCivile,
): Promise<readonly ContratAide[]> {
  const lus = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<ContratAide[]>(
      `${CONTRATS} AND ${EN_COURS} ORDER BY a.date_effet, a.numero_adherent`,
      [...acteur.adhesions],
      jour,
    ),
  )
  return lus.filter((contrat) => aidesDuContrat(contrat, jour).length > 0)
}

export const aidesDuContrat = ({ reglement }: ContratAide, jour: DateCivile): readonly CodeAide[] =>
  aidesPrevues(reglementDe(reglement), jour)

/** The contract of a demande; whoever grants something from it at the same time waits. */
export async function lockContratAide(client: Ecriture, adhesionId: string): Promise<ContratAide | null> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('aides:' || $1, 0))", [adhesionId])
  const { rows } = await client.query<ContratAide>(CONTRATS, [[adhesionId]])
  return rows[0] ?? null
}
