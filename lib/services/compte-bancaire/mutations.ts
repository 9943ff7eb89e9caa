import { randomUUID } from 'node:crypto'
import type { UsageCompteBancaire } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { chiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { contexteIban } from './data'

interface Compte {
  readonly adhesionId: string
  /** Whose own account it is, for their own benefits; null: the contract's. */
  readonly personneId: string | null
  readonly usage: UsageCompteBancaire
  readonly titulaire: string
  readonly iban: string
  /** First day it serves. */
  readonly du: DateCivile
}

/** An account that another put an end to, and the last day it had before. */
export interface CompteRemplace {
  readonly id: string
  readonly au: DateCivile | null
}

/** An account for one use, from a day on: what served until then ends the day before, what was to come never runs. */
export async function remplacerCompte(
  client: Ecriture,
  { adhesionId, personneId, usage, titulaire, iban, du }: Compte,
): Promise<{ readonly id: string; readonly remplaces: readonly CompteRemplace[] }> {
  const { rows: remplaces } = await client.query<CompteRemplace>(
    `WITH avant AS (SELECT id, au FROM comptes_bancaires WHERE adhesion_id = $1 AND usage = $2::text::"UsageCompteBancaire"
        AND personne_id IS NOT DISTINCT FROM $4::uuid AND (au IS NULL OR au >= greatest($3::date, du)) FOR UPDATE)
      UPDATE comptes_bancaires c SET au = greatest($3::date, c.du) - 1 FROM avant WHERE avant.id = c.id RETURNING c.id, avant.au`,
    [adhesionId, usage, du, personneId],
  )
  const id = randomUUID()
  await client.query(
    `INSERT INTO comptes_bancaires (id, adhesion_id, personne_id, usage, titulaire, iban_chiffre, iban_fin, du)
      VALUES ($1, $2, $8, $3::text::"UsageCompteBancaire", $4, $5, $6, $7)`,
    [id, adhesionId, usage, titulaire, chiffrer(iban, contexteIban(id)), iban.slice(-4), du, personneId],
  )
  return { id, remplaces }
}

/** Takes back what `remplacerCompte` did, before it serves: the account never runs, those it ended have their days again. */
export async function retirerCompte(
  client: Ecriture,
  id: string,
  remplaces: readonly CompteRemplace[],
): Promise<void> {
  await client.query('UPDATE comptes_bancaires SET au = du - 1 WHERE id = $1', [id])
  for (const compte of remplaces)
    await client.query('UPDATE comptes_bancaires SET au = $2 WHERE id = $1', [compte.id, compte.au])
}
