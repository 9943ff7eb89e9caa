import type { EtatEcheance, EtatOrdre, ModePaiement, PeriodiciteCotisation } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { lire, parLecture } from '@/lib/server/db'
import type { Acteur } from '@/lib/server/portee'

/** Contributions as the base has them; row level security gives a member those of the contracts they hold, and nothing else. */
export interface EcheanceLue {
  readonly id: string
  readonly exigibleLe: DateCivile
  readonly du: DateCivile
  readonly au: DateCivile
  /** Cents; negative: given back. */
  readonly montant: number
  readonly mode: ModePaiement
  readonly etat: EtatEcheance
  readonly payeeLe: DateCivile | null
  readonly ordres: readonly OrdreLu[]
}

interface OrdreLu {
  readonly vivant: boolean
  readonly etat: EtatOrdre
  readonly codeRetour: string | null
  readonly denoueLe: DateCivile | null
  /** Of its batch. */
  readonly executionLe: DateCivile | null
}

export interface VersionLue {
  readonly version: number
  readonly cause: string
  readonly resultat: unknown
  readonly motifs: unknown
  readonly echeances: readonly EcheanceLue[]
}

export interface ContratLu {
  readonly id: string
  readonly numeroAdherent: string
  readonly reglement: string
  /** Of the year, the oldest first. */
  readonly echeanciers: readonly VersionLue[]
  readonly modalite: {
    readonly periodicite: PeriodiciteCotisation
    readonly mode: ModePaiement
    readonly jour: number | null
    readonly du: DateCivile
  } | null
  readonly mandat: { readonly titulaire: string; readonly ibanFin: string } | null
  /** Years that have a schedule. */
  readonly annees: readonly number[]
  readonly personnes: readonly { readonly id: string; readonly prenom: string }[]
}

const ECHEANCES = `SELECT coalesce(json_agg(json_build_object('id', e.id, 'exigibleLe', e.exigible_le, 'du', e.du, 'au', e.au,
      'montant', e.montant, 'mode', e.mode, 'etat', e.etat, 'payeeLe', e.payee_le, 'ordres', (
        SELECT coalesce(json_agg(json_build_object('vivant', x.vivant, 'etat', o.etat, 'codeRetour', o.code_retour,
          'denoueLe', o.denoue_le, 'executionLe', l.execution_le) ORDER BY o.id), '[]')
        FROM ordres_echeances x JOIN ordres_bancaires o ON o.id = x.ordre_id LEFT JOIN lots_bancaires l ON l.id = o.lot_id
        WHERE x.echeance_id = e.id)) ORDER BY e.exigible_le, e.du, e.rang), '[]')
    FROM echeances e WHERE e.echeancier_id = c.id AND e.etat <> 'REMPLACEE'`

/** `$1` the contracts, `$2` the year, `$3` the day. Replaced on the day it began, a way to pay has the first day of the one that took its place. */
const COTISATIONS = `SELECT a.id::text AS id, a.numero_adherent AS "numeroAdherent", a.reglement,
    (SELECT coalesce(json_agg(json_build_object('version', c.version, 'cause', c.cause, 'resultat', c.resultat, 'motifs', c.motifs,
        'echeances', (${ECHEANCES})) ORDER BY c.version), '[]')
      FROM echeanciers c WHERE c.adhesion_id = a.id AND c.annee = $2::int) AS echeanciers,
    (SELECT json_build_object('periodicite', m.periodicite, 'mode', m.mode, 'jour', m.jour_prelevement, 'du', m.du)
      FROM modalites_cotisation m WHERE m.adhesion_id = a.id AND m.du <= $3::date ORDER BY m.du DESC, m.au DESC NULLS FIRST LIMIT 1) AS modalite,
    (SELECT json_build_object('titulaire', b.titulaire, 'ibanFin', b.iban_fin)
      FROM mandats d JOIN comptes_bancaires b ON b.id = d.compte_bancaire_id
      WHERE d.adhesion_id = a.id AND d.revoque_le IS NULL ORDER BY d.signe_le DESC LIMIT 1) AS mandat,
    (SELECT coalesce(json_agg(DISTINCT c.annee), '[]') FROM echeanciers c WHERE c.adhesion_id = a.id) AS annees,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'prenom', p.prenom)), '[]')
      FROM beneficiaires v JOIN personnes p ON p.id = v.personne_id WHERE v.adhesion_id = a.id) AS personnes
  FROM adhesions a WHERE a.id = ANY ($1::uuid[]) ORDER BY a.numero_adherent`

export interface CotisationsLues {
  readonly contrats: readonly ContratLu[]
  /** Of any of them, the latest first. */
  readonly annees: readonly number[]
}

/** The schedules of these contracts for a year, as far as the reader may see them. */
export async function lireCotisations(
  portee: Acteur,
  adhesions: readonly string[],
  annee: number,
  jour: DateCivile,
): Promise<CotisationsLues> {
  const contrats = await lire(portee, (tx) =>
    parLecture(tx)<ContratLu>(COTISATIONS, [[...adhesions], annee, jour]),
  )
  const annees = [...new Set(contrats.flatMap((c) => c.annees))].sort((a, b) => b - a)
  return { contrats, annees }
}
