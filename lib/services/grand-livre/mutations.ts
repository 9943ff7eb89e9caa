import type { NatureCompteLivre, OperationLivre } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { loadPrestationsAPasser, type PrestationAPasser } from './data'

/** An account by what it is for. The holder is an adhésion or a tiers, according to the nature. */
export interface CompteVise {
  readonly nature: NatureCompteLivre
  readonly titulaire?: string
}

/** One sum from one account to another. Cents, positive. One movement for an operation and a piece, ever. */
export interface Mouvement {
  readonly jour: DateCivile
  readonly operation: OperationLivre
  readonly debit: CompteVise
  readonly credit: CompteVise
  readonly montant: number
  readonly pieceType:
    | 'prestation'
    | 'echeance'
    | 'ordre'
    | 'lot'
    | 'retour'
    | 'reglement_indu'
    | 'remise_indu'
    | 'reglement_avance'
  readonly pieceId: string
}

const PAR_ADHESION: ReadonlySet<NatureCompteLivre> = new Set<NatureCompteLivre>([
  'COTISATIONS_ADHERENT',
  'PRESTATIONS_ADHERENT',
  'INDUS_ADHERENT',
  'AVANCES_ADHERENT',
])

const colonnesDuCompte = ({ nature, titulaire }: CompteVise) => ({
  nature,
  adhesion: PAR_ADHESION.has(nature) ? (titulaire ?? null) : null,
  tiers: PAR_ADHESION.has(nature) ? null : (titulaire ?? null),
})

/**
 * Writes movements in the caller's transaction, after those already there. Replayed, it adds nothing: a piece passes once for an
 * operation. Locks the head of the ledger until the commit, so that ranks have no hole.
 * @returns how many were new.
 */
export async function passer(client: Ecriture, mouvements: readonly Mouvement[]): Promise<number> {
  if (mouvements.length === 0) return 0
  const lus = mouvements.map(({ debit, credit, ...m }, ordre) => ({
    ...m,
    ordre,
    debit: colonnesDuCompte(debit),
    credit: colonnesDuCompte(credit),
  }))
  const comptes = lus.flatMap(({ debit, credit }) => [debit, credit])
  await client.query(OUVRIR_COMPTES, [JSON.stringify(comptes)])
  await client.query('SELECT FROM livre_tete WHERE id = 1 FOR UPDATE')
  const { rows } = await client.query<{ nombre: number }>(PASSER, [JSON.stringify(lus)])
  return rows[0]?.nombre ?? 0
}

const AUCUN = `'00000000-0000-0000-0000-000000000000'::uuid`

/** One account, as the unique index writes it: a lookup, whatever the number of accounts. */
const compteDe = (nature: string, adhesion: string, tiers: string) => `(SELECT c.id FROM comptes_livre c
  WHERE c.nature = ${nature} AND coalesce(c.adhesion_id, c.tiers_id, ${AUCUN}) = coalesce(${adhesion}, ${tiers}, ${AUCUN}))`

const OUVRIR_COMPTES = `INSERT INTO comptes_livre (nature, adhesion_id, tiers_id)
  SELECT DISTINCT nature, adhesion, tiers
  FROM jsonb_to_recordset($1::jsonb) AS d (nature "NatureCompteLivre", adhesion uuid, tiers uuid)
  WHERE ${compteDe('d.nature', 'd.adhesion', 'd.tiers')} IS NULL
  ON CONFLICT DO NOTHING`

const compte = (cote: 'debit' | 'credit') =>
  compteDe(
    `(m.${cote} ->> 'nature')::"NatureCompteLivre"`,
    `(m.${cote} ->> 'adhesion')::uuid`,
    `(m.${cote} ->> 'tiers')::uuid`,
  )

// A sub-select, where NOT EXISTS would read the whole ledger once a batch.
const PASSER = `WITH demandes AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS m (ordre int, jour date, operation "OperationLivre", debit jsonb, credit jsonb,
      montant bigint, "pieceType" text, "pieceId" uuid)
  ), neufs AS (
    SELECT m.*, row_number() OVER (ORDER BY m.ordre) AS n FROM demandes m WHERE (SELECT e.rang FROM ecritures e
      WHERE e.operation = m.operation AND e.piece_type = m."pieceType" AND e.piece_id = m."pieceId") IS NULL
  ), ecrites AS (
    INSERT INTO ecritures (rang, jour, operation, debit_id, credit_id, montant, piece_type, piece_id)
    SELECT t.rang + m.n, m.jour, m.operation, ${compte('debit')}, ${compte('credit')}, m.montant, m."pieceType", m."pieceId"
    FROM neufs m, livre_tete t WHERE t.id = 1
    RETURNING 1
  )
  UPDATE livre_tete SET rang = rang + (SELECT count(*) FROM ecrites) WHERE id = 1
  RETURNING (SELECT count(*) FROM ecrites)::int AS nombre`

/**
 * What the liquidation decided, in the ledger: a benefit is owed to whom it goes to; one that is taken back before it was paid is owed
 * no more; one that was paid and is taken back is owed by who was paid.
 */
export async function passerPrestations(client: Ecriture, ids: readonly string[]): Promise<number> {
  const lues = await loadPrestationsAPasser(client, ids)
  const tiers = await ouvrirTiers(
    client,
    lues.flatMap((p) => p.tiers ?? []),
  )
  return passer(
    client,
    lues.flatMap((p) => mouvementsDe(p, tiers.get(p.tiers?.identifiant ?? ''))),
  )
}

type Tiers = NonNullable<PrestationAPasser['tiers']>

/** @returns ids by identifier. */
async function ouvrirTiers(client: Ecriture, payes: readonly Tiers[]): Promise<ReadonlyMap<string, string>> {
  if (payes.length === 0) return new Map()
  await client.query(OUVRIR_TIERS, [JSON.stringify(payes)])
  const { rows } = await client.query<{ id: string; identifiant: string }>(
    'SELECT id, identifiant FROM tiers WHERE identifiant = ANY ($1)',
    [payes.map((t) => t.identifiant)],
  )
  return new Map(rows.map((t) => [t.identifiant, t.id]))
}

const OUVRIR_TIERS = `INSERT INTO tiers (identifiant, nom)
  SELECT DISTINCT ON (identifiant) identifiant, nom FROM jsonb_to_recordset($1::jsonb) AS t (identifiant text, nom text)
  ON CONFLICT DO NOTHING`

/** Where a debt lies: with the professional who was paid, or else with the contract. */
export const compteIndus = (adhesionId: string, tiersId: string | null): CompteVise =>
  tiersId === null
    ? { nature: 'INDUS_ADHERENT', titulaire: adhesionId }
    : { nature: 'INDUS_TIERS', titulaire: tiersId }

export const CHARGE: CompteVise = { nature: 'CHARGE_PRESTATIONS' }

function mouvementsDe(p: PrestationAPasser, tiersId: string | undefined): Mouvement[] {
  const piece = { jour: p.jour, pieceType: 'prestation', pieceId: p.id } as const
  const du: CompteVise =
    tiersId === undefined
      ? { nature: 'PRESTATIONS_ADHERENT', titulaire: p.adhesionId }
      : { nature: 'PRESTATIONS_TIERS', titulaire: tiersId }
  const montant = Math.abs(p.montant)
  if (p.montant < 0) {
    const debit = compteIndus(p.adhesionId, p.tiersRembourseId)
    return [{ ...piece, operation: 'INDU_CONSTATE', debit, credit: CHARGE, montant }]
  }
  const due: Mouvement = { ...piece, operation: 'PRESTATION_DUE', debit: CHARGE, credit: du, montant }
  if (p.etat !== 'ANNULEE') return [due]
  const annulee: Mouvement = { ...piece, operation: 'PRESTATION_ANNULEE', debit: du, credit: CHARGE, montant }
  if (p.retenu === 0) return [due, annulee]
  const debit = compteIndus(p.adhesionId, tiersId ?? null)
  return [due, annulee, { ...piece, operation: 'INDU_RETENU_ANNULE', debit, credit: du, montant: p.retenu }]
}
