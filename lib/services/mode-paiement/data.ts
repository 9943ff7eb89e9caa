import type { ModePaiement, PeriodiciteCotisation } from '@/generated/prisma/enums'
import type { PrelevementParti } from '@/lib/lexique/mandat'
import { ajouterMois, type DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { loadContrat } from '../document/data'
import type { ContratLu } from '../document/view'

/** How a contract pays on a day, account number in clear. */
export interface PaiementLu {
  readonly contrat: ContratLu
  readonly modalite: ModaliteLue | null
  readonly compte: { readonly id: string; readonly titulaire: string; readonly iban: string } | null
  /** Not revoked. */
  readonly mandat: MandatLu | null
  /** The règlement took the direct debit away that day, and nobody gave it back since. */
  readonly perduLe: DateCivile | null
}

export interface ModaliteLue {
  readonly periodicite: PeriodiciteCotisation
  readonly mode: ModePaiement
  readonly jour: number | null
}

export interface MandatLu {
  readonly id: string
  readonly rum: string
  readonly compteId: string
  readonly signeLe: DateCivile
  readonly dernierLe: DateCivile | null
  readonly documentId: string | null
  /** Without a debit for 36 months. */
  readonly caduc: boolean
}

/** Months without a debit after which a mandate is worth nothing. */
const CADUCITE = 36

/** In the transaction that may change it: the caller holds the lock of the contract's mandates. */
export async function loadPaiement(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<PaiementLu> {
  const contrat = await loadContrat(client, adhesionId)
  const { rows: modalites } = await client.query<ModaliteLue>(
    `SELECT periodicite, mode, jour_prelevement AS jour FROM modalites_cotisation
      WHERE adhesion_id = $1 AND (au IS NULL OR au >= greatest(du, $2)) ORDER BY du LIMIT 1`,
    [adhesionId, jour],
  )
  const { rows: mandats } = await client.query<MandatLu>(
    `SELECT id, rum, compte_bancaire_id AS "compteId", signe_le AS "signeLe", dernier_le AS "dernierLe", document_id AS "documentId",
        coalesce(dernier_le, signe_le) < $2 AS caduc
      FROM mandats WHERE adhesion_id = $1 AND revoque_le IS NULL ORDER BY signe_le DESC, id LIMIT 1`,
    [adhesionId, ajouterMois(jour, -CADUCITE)],
  )
  return {
    contrat,
    modalite: modalites[0] ?? null,
    compte: await loadCompte(client, adhesionId, jour),
    mandat: mandats[0] ?? null,
    perduLe: await loadPerte(client, adhesionId),
  }
}

async function loadCompte(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<PaiementLu['compte']> {
  const { rows } = await client.query<{ id: string; titulaire: string; iban_chiffre: Buffer }>(
    `SELECT id, titulaire, iban_chiffre FROM comptes_bancaires WHERE adhesion_id = $1 AND usage = 'COTISATIONS'
      AND du <= $2 AND (au IS NULL OR au >= $2)`,
    [adhesionId, jour],
  )
  const [compte] = rows
  if (compte === undefined) return null
  const { id, titulaire, iban_chiffre } = compte
  return { id, titulaire, iban: dechiffrer(iban_chiffre, `comptes_bancaires:${id}`) }
}

async function loadPerte(client: Ecriture, adhesionId: string): Promise<DateCivile | null> {
  const { rows } = await client.query<{ le: DateCivile | null }>(
    `SELECT max(r.rejete_le) AS le FROM rejets_prelevement r WHERE r.adhesion_id = $1 AND r.prelevement_perdu
      AND NOT EXISTS (SELECT FROM modalites_cotisation m WHERE m.adhesion_id = $1 AND m.mode = 'PRELEVEMENT' AND m.du > r.rejete_le)`,
    [adhesionId],
  )
  return rows[0]?.le ?? null
}

/** Debits whose file is already at the bank: revoking a mandate does not stop them. */
export async function loadEnBanque(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<PrelevementParti[]> {
  const { rows } = await client.query<PrelevementParti>(
    `SELECT o.montant, l.execution_le AS "executionLe" FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
      WHERE o.adhesion_id = $1 AND o.mandat_id IS NOT NULL AND o.etat = 'EMIS' AND l.execution_le >= $2 ORDER BY l.execution_le`,
    [adhesionId, jour],
  )
  return rows
}
