import { randomUUID } from 'node:crypto'
import type { UsageCompteBancaire } from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { chiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { contexteIban } from './data'

interface Compte {
  readonly adhesionId: string
  readonly usage: UsageCompteBancaire
  readonly titulaire: string
  readonly iban: string
  /** First day it serves. */
  readonly du: DateCivile
}

/** A contract's account for one use, from a day on: what served until then ends the day before, what was to come never runs. Returns its id. */
export async function remplacerCompte(
  client: Ecriture,
  { adhesionId, usage, titulaire, iban, du }: Compte,
): Promise<string> {
  await client.query(
    `UPDATE comptes_bancaires SET au = greatest($3::date, du) - 1 WHERE adhesion_id = $1 AND usage = $2::text::"UsageCompteBancaire"
      AND (au IS NULL OR au >= greatest($3::date, du))`,
    [adhesionId, usage, du],
  )
  const id = randomUUID()
  await client.query(
    `INSERT INTO comptes_bancaires (id, adhesion_id, usage, titulaire, iban_chiffre, iban_fin, du)
      VALUES ($1, $2, $3::text::"UsageCompteBancaire", $4, $5, $6, $7)`,
    [id, adhesionId, usage, titulaire, chiffrer(iban, contexteIban(id)), iban.slice(-4), du],
  )
  return id
}
