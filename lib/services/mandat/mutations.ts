import { randomUUID } from 'node:crypto'
import { rumDe } from '@/lib/flux/sepa/identifiants'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_MANDAT, PHRASES_PRELEVEMENT } from '@/lib/lexique/cotisations'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type Portee, SYSTEME } from '@/lib/server/portee'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'

const peutTenirMandats = (acteur: Portee): boolean =>
  acteur.type === 'SYSTEME' ||
  (acteur.type === 'GESTION' && (peutPreparerLot(acteur) || acteur.role === 'GESTIONNAIRE'))

/**
 * Notes the mandate that a member signed, for the account of their contributions on that day. A mandate in force for another account is
 * revoked the day before: one contract, one living mandate. @returns its RUM. @throws {SaisieRefusee}
 */
export async function signerMandat(
  acteur: Portee,
  { adhesionId, signeLe }: { readonly adhesionId: string; readonly signeLe: DateCivile },
): Promise<string> {
  exigerRole(acteur)
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('mandat:' || $1, 0))`, [adhesionId])
    const { rows } = await client.query<{ id: string; vivant: boolean }>(
      `SELECT b.id, EXISTS (SELECT FROM mandats m WHERE m.compte_bancaire_id = b.id AND m.revoque_le IS NULL) AS vivant
        FROM comptes_bancaires b WHERE b.adhesion_id = $1 AND b.usage = 'COTISATIONS' AND b.du <= $2
          AND (b.au IS NULL OR b.au >= $2)`,
      [adhesionId, signeLe],
    )
    const [compte] = rows
    if (compte === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_MANDAT.RIB })
    if (compte.vivant) throw new SaisieRefusee({ champ: '', message: PHRASES_MANDAT.DEJA })
    await client.query(
      'UPDATE mandats SET revoque_le = greatest($2::date, signe_le) WHERE adhesion_id = $1 AND revoque_le IS NULL',
      [adhesionId, signeLe],
    )
    const id = randomUUID()
    await client.query(
      'INSERT INTO mandats (id, adhesion_id, compte_bancaire_id, rum, signe_le) VALUES ($1, $2, $3, $4, $5)',
      [id, adhesionId, compte.id, rumDe(id), signeLe],
    )
    await noter(client, 'MANDAT_SIGNE', acteur, id)
    return rumDe(id)
  })
}

/** No debit is made with it from that day. @throws {SaisieRefusee} */
export async function revoquerMandat(acteur: Portee, id: string, le: DateCivile): Promise<void> {
  exigerRole(acteur)
  await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      'UPDATE mandats SET revoque_le = greatest($2::date, signe_le) WHERE id = $1 AND revoque_le IS NULL',
      [id, le],
    )
    if (rowCount === 0) throw new SaisieRefusee({ champ: '', message: PHRASES_MANDAT.INTROUVABLE })
    await noter(client, 'MANDAT_REVOQUE', acteur, id)
  })
}

function exigerRole(acteur: Portee): void {
  if (!peutTenirMandats(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_PRELEVEMENT.ROLE })
}

const noter = (client: Ecriture, acte: 'MANDAT_SIGNE' | 'MANDAT_REVOQUE', acteur: Portee, objetId: string) =>
  journaliser(client, {
    acte,
    compteId: acteur.type === 'GESTION' ? acteur.compteId : null,
    role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
    objetType: 'mandat',
    objetId,
    resultat: 'FAIT',
  })
