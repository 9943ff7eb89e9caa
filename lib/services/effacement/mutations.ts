import { maintenant } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { magasin } from '@/lib/server/stockage/magasin'
import { lockDelegation } from '../delegation/data'
import { etatApres } from '../delegation/etats'
import { passer } from '../passage-delegation/mutations'
import { type ClassePersonne, DELEGATIONS, EFFACER, OUBLIER_PAPIERS } from './data'

/**
 * The one place that sets what lets facts be erased (prisma/migrations, en_effacement): for what `faire` does, in the caller's
 * transaction.
 */
export async function enEffacement<T>(client: Ecriture, faire: () => Promise<T>): Promise<T> {
  await client.query("SELECT set_config('app.effacement', 'on', true)")
  const fait = await faire()
  await client.query("SELECT set_config('app.effacement', 'off', true)")
  return fait
}

interface AEffacer {
  readonly personneId: string
  readonly classes: readonly ClassePersonne[]
  /** Null: its time has passed. */
  readonly demandeId: string | null
  readonly auteur: { readonly compteId: string | null; readonly role: string }
}

/** Erases classes of one person, all or nothing, and says so for ever. Returns the files whose bytes are now noise. */
export async function effacerClasses(
  client: Ecriture,
  { personneId, classes, demandeId, auteur }: AEffacer,
): Promise<readonly string[]> {
  if (classes.length === 0) return []
  const instant = maintenant()
  if (classes.includes('COMPTE')) await finirDelegations(client, personneId, instant)
  const fichiers = await enEffacement(client, async () => {
    let oublies: string[] = []
    for (const classe of classes) {
      if (classe === 'CONTRAT') {
        const { rows } = await client.query<{ id: string }>(OUBLIER_PAPIERS, [personneId, instant])
        oublies = rows.map(({ id }) => id)
      }
      for (const sql of EFFACER[classe]) await client.query(sql, [personneId])
    }
    return oublies
  })
  await client.query(
    `INSERT INTO effacements (personne_id, classe, cause, demande_id, efface_le) SELECT $1, c, $3, $4, $5 FROM unnest($2::text[]) c`,
    [personneId, classes, demandeId === null ? 'ECHEANCE' : 'DEMANDE', demandeId, instant],
  )
  await journaliser(client, {
    acte: 'DONNEES_EFFACEES',
    ...auteur,
    objetType: 'personne',
    objetId: personneId,
    resultat: 'FAIT',
    donnees: { cause: demandeId === null ? 'ECHEANCE' : 'DEMANDE', classes: classes.join(' ') },
  })
  return fichiers
}

/** Nobody acts for an account that is forgotten, nor by it: the other side is told. */
async function finirDelegations(client: Ecriture, personneId: string, instant: Date): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM delegations WHERE id ${DELEGATIONS} AND etat IN ('PROPOSEE', 'ACTIVE') ORDER BY id`,
    [personneId],
  )
  for (const { id } of rows) {
    const lue = await lockDelegation(client, id)
    if (lue === null || etatApres(lue.etat, 'FINIR') === null) continue
    await passer(client, lue, { passage: 'FINIR', acteur: null, instant, raison: null })
  }
}

/** After the commit. Not done, the sweep of files does it: without their key these bytes are noise. */
export async function oterOctets(fichiers: readonly string[]): Promise<void> {
  for (const id of fichiers) await magasin().supprimer(id)
}

/** Whole demandes, with everything in them. Returns their files. */
export async function effacerDemandes(client: Ecriture, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  return enEffacement(client, async () => {
    const { rows } = await client.query<{ id: string; fichier: string }>(
      `SELECT d.id, d.fichier_id AS fichier FROM pieces_demande p JOIN depots d ON d.id = p.depot_id WHERE p.demande_id = ANY ($1::uuid[])`,
      [ids],
    )
    const fichiers = rows.map(({ fichier }) => fichier)
    await client.query(
      `UPDATE fichiers SET efface_le = $2, cle_scellee = '' WHERE id = ANY ($1::uuid[]) AND efface_le IS NULL`,
      [fichiers, maintenant()],
    )
    for (const sql of [
      'DELETE FROM pieces_demande WHERE demande_id = ANY ($1::uuid[])',
      'DELETE FROM pieces_attendues WHERE demande_id = ANY ($1::uuid[])',
      'DELETE FROM messages_demande WHERE demande_id = ANY ($1::uuid[])',
      'DELETE FROM passages_demande WHERE demande_id = ANY ($1::uuid[])',
      'DELETE FROM demandes WHERE id = ANY ($1::uuid[])',
    ])
      await client.query(sql, [ids])
    // A piece that proves something else (an address, a situation) keeps its row, without its name.
    await client.query(
      `DELETE FROM depots d WHERE d.id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT FROM adresses a WHERE a.depot_id = d.id)
        AND NOT EXISTS (SELECT FROM changements_rib r WHERE r.depot_id = d.id) AND NOT EXISTS (SELECT FROM situations_ayant_droit s WHERE s.depot_id = d.id)`,
      [rows.map(({ id }) => id)],
    )
    await nommerPiecesEffacees(client)
    return fichiers
  })
}

/** The names of files that are gone say what they were: they go too. At most a batch; returns how many. */
export async function nommerPiecesEffacees(client: Ecriture, lot = 500): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE depots SET nom_origine = 'Pièce effacée' WHERE id IN (SELECT d.id FROM depots d JOIN fichiers f ON f.id = d.fichier_id
      WHERE f.efface_le IS NOT NULL AND d.nom_origine <> 'Pièce effacée' LIMIT ${lot})`,
  )
  return rowCount ?? 0
}
