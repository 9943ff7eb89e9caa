import { PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { aujourdhui, instantMetier } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { loadPiecesOuvertes } from '../demande/data'
import type { DemandeLue } from '../demande/schema'
import { passer, prevenirDemandeur } from '../passage-demande/mutations'
import { exigerLaSienne, refuser, surDemande } from '../traitement/data'
import { ecrireMessage } from '../traitement/mutations'
import type { AttendueRedemandee } from './schema'

/**
 * What staff says of a piece that was asked for: it is there, it is done without, it is not the right one. What a member sends counts
 * as all that was awaited: staff looks, and says which it is not.
 */

/** It came another way, or was there already. Twice is once. @throws {SaisieRefusee} */
export const recevoirPiece = (acteur: PorteeGestion, id: string, attendue: string): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerLaSienne(acteur, demande)
    const ecrite = await ecrireIssue(client, demande, attendue, 'recue_le')
    if (ecrite) await noterIssue(client, acteur, demande, { pieces: 1 })
  })

/** The decision is taken without it. Twice is once. @throws {SaisieRefusee} */
export const sePasserDePiece = (acteur: PorteeGestion, id: string, attendue: string): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerLaSienne(acteur, demande)
    if (!(await ecrireIssue(client, demande, attendue, 'dispensee_le'))) return
    // Who was asked for it need not look for it any more.
    await prevenirDemandeur(client, await noterIssue(client, acteur, demande, { dispense: true }))
  })

/** False: it was written already. @throws {SaisieRefusee} when it was settled otherwise, or is not of this demande. */
async function ecrireIssue(
  client: Ecriture,
  { id }: DemandeLue,
  attendue: string,
  colonne: 'recue_le' | 'dispensee_le',
): Promise<boolean> {
  const { rows } = await client.query<{ deja: boolean; ouverte: boolean }>(
    `SELECT ${colonne} IS NOT NULL AS deja, recue_le IS NULL AND dispensee_le IS NULL AS ouverte FROM pieces_attendues
      WHERE id = $2 AND demande_id = $1`,
    [id, attendue],
  )
  if (rows[0]?.deja === true) return false
  if (rows[0]?.ouverte !== true) return refuser(PHRASES_TRAITEMENT.PIECE_INTROUVABLE)
  await client.query(`UPDATE pieces_attendues SET ${colonne} = $2 WHERE id = $1`, [attendue, instantMetier()])
  return true
}

/** The last one that was waited for gives the demande back to who has it. */
async function noterIssue(
  client: Ecriture,
  acteur: PorteeGestion,
  demande: DemandeLue,
  donnees: Readonly<Record<string, number | boolean>>,
): Promise<DemandeLue> {
  const reprend =
    demande.etat === 'PIECE_DEMANDEE' && (await loadPiecesOuvertes(client, demande.id)).length === 0
  return passer(client, demande, { passage: reprend ? 'COMPLETER' : 'NOTER_PIECE', auteur: acteur, donnees })
}

/** Not the right one, or not there yet: asked for again, before a day. @throws {SaisieRefusee} */
export const redemanderPiece = (acteur: PorteeGestion, id: string, p: AttendueRedemandee): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    exigerLaSienne(acteur, demande)
    if (p.avant <= aujourdhui()) refuser(PHRASES_TRAITEMENT.AVANT_PASSE, 'avant')
    const { rows } = await client.query<{ bloquante: boolean }>(
      `UPDATE pieces_attendues SET recue_le = NULL, dispensee_le = NULL, rappelee_le = NULL, avant_le = $3
        WHERE id = $2 AND demande_id = $1 RETURNING bloquante`,
      [id, p.attendue, p.avant],
    )
    const [redemandee] = rows
    if (redemandee === undefined) return refuser(PHRASES_TRAITEMENT.PIECE_INTROUVABLE)
    const apres = await passer(client, demande, {
      passage: 'DEMANDER_PIECE',
      auteur: acteur,
      donnees: { avant: p.avant, bloquante: redemandee.bloquante, encore: true },
    })
    if (p.texte !== null)
      await ecrireMessage(client, acteur, id, { cle: p.cle, texte: p.texte, interne: false })
    await prevenirDemandeur(client, apres)
  })
