import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { dechiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { contexteIban } from '../compte-bancaire/data'
import { deciderVersement, type FaitsVersementLus } from './view'

/** A benefit to pay, and the account it goes to. */
export interface AVerser {
  readonly id: string
  readonly adhesionId: string
  readonly tiersId: string | null
  /** Of the contract or of the person; null: the professional's. */
  readonly compteBancaireId: string | null
  /** The account of the person who was cared for, not the contract's. */
  readonly comptePropre: boolean
  /** Why there, when the person could be paid themselves. */
  readonly motifs: readonly Motif[]
  /** Cents still due: what was already retained on it is off. */
  readonly montant: number
  /** Something of it already went to a debt: a benefit is retained on once. */
  readonly entamee: boolean
  readonly titulaire: string
  readonly iban: string
}

interface CompteLu {
  readonly id: string
  readonly titulaire: string
  readonly iban: Buffer
}

interface LigneAVerser extends Pick<AVerser, 'id' | 'adhesionId' | 'montant' | 'entamee'>, FaitsVersementLus {
  tiers_id: string | null
  tiers_titulaire: string
  tiers_iban: Buffer | null
  contrat_id: string | null
  contrat_titulaire: string
  contrat_iban: Buffer
  propre_id: string | null
  propre_titulaire: string
  propre_iban: Buffer
}

/** What decides whose account is paid on the day $1: the line that covers the person, what they refused, the two accounts. */
export const COMPTES_DU_JOUR = `LEFT JOIN adhesions a ON a.id = p.adhesion_id LEFT JOIN personnes q ON q.id = p.personne_id
  LEFT JOIN LATERAL (SELECT x.lien FROM beneficiaires x WHERE x.adhesion_id = p.adhesion_id AND x.personne_id = p.personne_id
    ORDER BY x.du DESC LIMIT 1) x ON true
  LEFT JOIN comptes_bancaires b ON b.adhesion_id = p.adhesion_id AND b.usage = 'PRESTATIONS' AND b.personne_id IS NULL
    AND b.du <= $1::date AND (b.au IS NULL OR b.au >= $1::date)
  LEFT JOIN comptes_bancaires s ON s.adhesion_id = p.adhesion_id AND s.usage = 'PRESTATIONS' AND s.personne_id = p.personne_id
    AND s.du <= $1::date AND (s.au IS NULL OR s.au >= $1::date)`

export const FAITS_DU_JOUR = `a.reglement, x.lien::text AS lien, q.date_naissance AS naissance, s.id AS propre_id,
  EXISTS (SELECT FROM refus_paiement_direct f WHERE f.adhesion_id = p.adhesion_id AND f.personne_id = p.personne_id
    AND f.du <= $1::date AND (f.leve_le IS NULL OR f.leve_le > $1::date)) AS refus`

/**
 * Benefits to pay whose account is known on the day of the transfer, not in a living order, locked. Those without an account wait:
 * the staff page counts them (lib/services/paiement).
 */
export async function loadAVerser(client: Ecriture, executionLe: DateCivile): Promise<AVerser[]> {
  const { rows } = await client.query<LigneAVerser>(
    `SELECT p.id, p.adhesion_id AS "adhesionId", (p.part_mutuelle - coalesce(r.montant, 0)) AS montant, r.id IS NOT NULL AS entamee,
        ${FAITS_DU_JOUR}, t.id AS tiers_id, t.nom AS tiers_titulaire, t.iban_chiffre AS tiers_iban, b.id AS contrat_id,
        b.titulaire AS contrat_titulaire, b.iban_chiffre AS contrat_iban, s.titulaire AS propre_titulaire, s.iban_chiffre AS propre_iban
      FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      JOIN ecritures d ON d.operation = 'PRESTATION_DUE' AND d.piece_type = 'prestation' AND d.piece_id = p.id
      JOIN comptes_livre c ON c.id = d.credit_id LEFT JOIN tiers t ON t.id = c.tiers_id
      LEFT JOIN ecritures r ON r.operation = 'INDU_RETENU' AND r.piece_type = 'prestation' AND r.piece_id = p.id
      ${COMPTES_DU_JOUR}
      WHERE p.etat = 'A_PAYER' AND p.part_mutuelle > 0
        AND NOT EXISTS (SELECT FROM ordres_prestations o WHERE o.prestation_id = p.id AND o.vivant)
        AND CASE WHEN t.id IS NULL THEN b.id IS NOT NULL OR s.id IS NOT NULL ELSE t.iban_chiffre IS NOT NULL END
      ORDER BY f.ordre, l.rang FOR UPDATE OF p`,
    [executionLe],
  )
  return rows.flatMap((l) => (l.tiers_id === null ? versAdherent(l, executionLe) : versTiers(l, l.tiers_id)))
}

const commun = ({ id, adhesionId, montant, entamee }: LigneAVerser) => ({ id, adhesionId, montant, entamee })

function versTiers(l: LigneAVerser, tiersId: string): AVerser[] {
  if (l.tiers_iban === null) return []
  const iban = dechiffrer(l.tiers_iban, `tiers:${tiersId}`)
  return [
    {
      ...commun(l),
      tiersId,
      compteBancaireId: null,
      comptePropre: false,
      motifs: [],
      titulaire: l.tiers_titulaire,
      iban,
    },
  ]
}

function versAdherent(l: LigneAVerser, executionLe: DateCivile): AVerser[] {
  const decision = deciderVersement(l, l.propre_id !== null, executionLe)
  const propre = decision?.valeur === 'PROPRE'
  const compte = propre
    ? compteLu(l.propre_id, l.propre_titulaire, l.propre_iban)
    : compteLu(l.contrat_id, l.contrat_titulaire, l.contrat_iban)
  if (compte === null) return []
  return [
    {
      ...commun(l),
      tiersId: null,
      compteBancaireId: compte.id,
      comptePropre: propre,
      motifs: decision?.motifs ?? [],
      titulaire: compte.titulaire,
      iban: dechiffrer(compte.iban, contexteIban(compte.id)),
    },
  ]
}

const compteLu = (id: string | null, titulaire: string, iban: Buffer): CompteLu | null =>
  id === null ? null : { id, titulaire, iban }
