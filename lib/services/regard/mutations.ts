import { SaisieRefusee } from '@/lib/formulaire/refus'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutRegarder } from './access'
import type { RegardDemande } from './schema'

const MINUTES = 15

/**
 * From now on this session sees the space of a person as they see it, for a quarter of an hour, without being able to do anything there.
 * One at a time: the one before ends. @throws {SaisieRefusee} when nobody is there.
 */
export async function commencerRegard(
  acteur: PorteeGestion,
  sessionId: string,
  { personne, motif }: RegardDemande,
  instant: Date,
): Promise<void> {
  if (!peutRegarder(acteur))
    throw new SaisieRefusee({ champ: '', message: 'Cette personne est introuvable.' })
  await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query('SELECT FROM personnes WHERE id = $1', [personne])
    if (rowCount !== 1) throw new SaisieRefusee({ champ: '', message: 'Cette personne est introuvable.' })
    await client.query('UPDATE regards SET fini_le = $2 WHERE session_id = $1 AND fini_le IS NULL', [
      sessionId,
      instant,
    ])
    const { rows } = await client.query<{ id: string }>(
      'INSERT INTO regards (session_id, personne_id, motif, debute_le, expire_le) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [sessionId, personne, motif, instant, new Date(instant.getTime() + MINUTES * 60_000)],
    )
    await journaliser(client, {
      acte: 'REGARD_COMMENCE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'personne',
      objetId: personne,
      resultat: 'FAIT',
      // The reason is there: the person reads it beside this line.
      donnees: { regard: rows[0]?.id ?? null },
    })
  })
}

/** Twice is once. */
export async function finirRegard(acteur: PorteeGestion, sessionId: string, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ personne_id: string }>(
      'UPDATE regards SET fini_le = $2 WHERE session_id = $1 AND fini_le IS NULL RETURNING personne_id',
      [sessionId, instant],
    )
    for (const { personne_id: objetId } of rows)
      await journaliser(client, {
        acte: 'REGARD_FINI',
        compteId: acteur.compteId,
        role: acteur.role,
        objetType: 'personne',
        objetId,
        resultat: 'FAIT',
      })
  })
}
