import { ajouterMois, type DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import type { EcheanceAAppeler } from '@/lib/services/echeancier/data'
import { contexteIban } from '../compte-bancaire/data'

/** A contribution to debit, and what is known of its contract's account and mandate. */
export interface APrelever extends EcheanceAAppeler {
  readonly numeroAdherent: string
  readonly reglement: string
  readonly compte: { readonly titulaire: string; readonly iban: string } | null
  readonly mandatId: string | null
  /** The mandate was not used for 36 months. */
  readonly caduc: boolean
  /** A debit came back for want of money since this means of payment was chosen. */
  readonly rejeteLe: DateCivile | null
}

interface LigneLue extends Omit<APrelever, 'compte'> {
  compte_id: string | null
  titulaire: string | null
  iban_chiffre: Buffer | null
}

/** Months without a debit after which a mandate is worth nothing. */
const CADUCITE = 36

/** Échéances due by direct debit on that day that no living batch holds, locked. */
export async function loadAPrelever(client: Ecriture, executionLe: DateCivile): Promise<APrelever[]> {
  const { rows } = await client.query<LigneLue>(
    `SELECT e.id, e.adhesion_id AS "adhesionId", e.exigible_le AS "exigibleLe", e.montant, a.numero_adherent AS "numeroAdherent",
        a.reglement, b.id AS compte_id, b.titulaire, b.iban_chiffre, m.id AS "mandatId",
        coalesce(m.dernier_le, m.signe_le) < $2 AS caduc,
        (SELECT max(o.denoue_le) FROM ordres_bancaires o WHERE o.adhesion_id = e.adhesion_id AND o.mandat_id IS NOT NULL
          AND o.etat = 'REJETE' AND o.code_retour = 'AM04' AND o.denoue_le >= c.du) AS "rejeteLe"
      FROM echeances e JOIN adhesions a ON a.id = e.adhesion_id
      LEFT JOIN comptes_bancaires b ON b.adhesion_id = e.adhesion_id AND b.usage = 'COTISATIONS' AND b.du <= $1
        AND (b.au IS NULL OR b.au >= $1)
      LEFT JOIN mandats m ON m.compte_bancaire_id = b.id AND m.signe_le <= $1 AND (m.revoque_le IS NULL OR m.revoque_le > $1)
      LEFT JOIN modalites_cotisation c ON c.adhesion_id = e.adhesion_id AND c.du <= $1 AND (c.au IS NULL OR c.au >= $1)
      WHERE e.mode = 'PRELEVEMENT' AND e.etat = 'A_VENIR' AND e.montant > 0 AND e.exigible_le <= $1
        AND NOT EXISTS (SELECT FROM ordres_echeances o WHERE o.echeance_id = e.id AND o.vivant)
      ORDER BY e.exigible_le, a.numero_adherent, e.rang FOR UPDATE OF e`,
    [executionLe, ajouterMois(executionLe, -CADUCITE)],
  )
  const vues = new Set<string>()
  return rows.flatMap(({ compte_id, titulaire, iban_chiffre, ...ligne }) => {
    // Two living mandates of one account: the first does.
    if (vues.has(ligne.id)) return []
    vues.add(ligne.id)
    const compte =
      compte_id === null || titulaire === null || iban_chiffre === null
        ? null
        : { titulaire, iban: dechiffrer(iban_chiffre, contexteIban(compte_id)) }
    return [{ ...ligne, compte }]
  })
}
