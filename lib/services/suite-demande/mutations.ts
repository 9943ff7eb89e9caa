import { randomUUID } from 'node:crypto'
import type { NatureDemande } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { instantMetier } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { leverContestation } from '../contestation/mutations'
import { estSienne } from '../demande/access'
import { estDejaDit, loadLimite, lockDemande, lockDemandeParCle } from '../demande/data'
import { estClose } from '../demande/etats'
import type { DemandeLue } from '../demande/schema'
import { direQueLeContratContinue } from '../demande-contrat/mutations'
import type { PieceControlee } from '../depot/mutations'
import {
  controler,
  garderMessage,
  joindre,
  nouvelles,
  oterPieces,
  recevoirPieces,
} from '../fil-demande/mutations'
import { passer } from '../passage-demande/mutations'

export interface Suite {
  readonly cle: string
  readonly texte: string | null
  readonly fichiers: readonly File[]
}

/**
 * Something more for a demande: words, pieces. What was asked for and comes lets the treatment go on; an answered one is open again, with
 * a new clock. @throws {SaisieRefusee}
 */
export async function ajouterADemande(acteur: PorteeAdherent, id: string, suite: Suite): Promise<void> {
  if (suite.texte === null && suite.fichiers.length === 0)
    throw new SaisieRefusee({ champ: 'texte', message: PHRASES_DEMANDE.MESSAGE_VIDE })
  const pieces = await controler(suite.fichiers)
  await ecrire(SYSTEME, async (client) => {
    const demande = await lockLaSienne(client, acteur, id)
    if (estClose(demande.etat) && demande.etat !== 'REPONDUE')
      throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.CHANGEE })
    await ajouter(client, acteur, demande, { cle: suite.cle, texte: suite.texte, pieces })
  })
}

interface Ajout {
  readonly cle: string
  readonly texte: string | null
  readonly pieces: readonly PieceControlee[]
}

/** In the caller's transaction, the demande locked. The same form again adds nothing. */
async function ajouter(
  client: Ecriture,
  acteur: PorteeAdherent,
  demande: DemandeLue,
  { cle, texte: ecrit, pieces }: Ajout,
): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM messages_demande WHERE demande_id = $1 AND cle = $2', [
    demande.id,
    cle,
  ])
  if (rowCount !== 0) return
  // Pieces alone are a message too. Without their names, which say what a medical one is about: they are listed with it.
  const texte = ecrit ?? (pieces.length === 1 ? 'Une pièce jointe.' : `${pieces.length} pièces jointes.`)
  const messageId = await garderMessage(client, acteur, demande.id, { cle, texte })
  await joindre(client, acteur, demande, { pieces, messageId })
  await suivre(client, acteur, demande, pieces.length)
  await journaliser(client, {
    acte: 'DEMANDE_ECRITE',
    compteId: acteur.compteId,
    role: acteur.type,
    objetType: 'demande',
    objetId: demande.id,
    resultat: 'FAIT',
    donnees: { pieces: pieces.length },
  })
}

/** What was asked again brings what the first form had not: a paper that was missing, other words. Nothing of it is lost, or twice. */
export async function joindreAPareille(
  client: Ecriture,
  acteur: PorteeAdherent,
  pareille: DemandeLue,
  texte: string | null,
  pieces: readonly PieceControlee[],
): Promise<void> {
  const gardees = await nouvelles(client, pareille.id, pieces)
  const dit = texte !== null && (await estDejaDit(client, pareille.id, texte)) ? null : texte
  if (gardees.length > 0 || dit !== null)
    await ajouter(client, acteur, pareille, { cle: randomUUID(), texte: dit, pieces: gardees })
}

/** What words or pieces change: a piece that was asked for is received whenever it comes, and words wait for nobody's piece. */
async function suivre(
  client: Ecriture,
  acteur: PorteeAdherent,
  demande: DemandeLue,
  jointes: number,
): Promise<void> {
  const recues = jointes === 0 ? 0 : await recevoirPieces(client, demande.id)
  const donnees = { pieces: recues }
  if (demande.etat === 'REPONDUE') await relancer(client, acteur, demande)
  else if (demande.etat === 'PIECE_DEMANDEE' && jointes > 0)
    await passer(client, demande, { passage: 'COMPLETER', auteur: acteur, donnees })
  else if (demande.etat === 'PIECE_DEMANDEE')
    await passer(client, demande, { passage: 'RELANCER', auteur: acteur })
  else if (recues > 0) await passer(client, demande, { passage: 'NOTER_PIECE', auteur: acteur, donnees })
}

async function relancer(client: Ecriture, acteur: PorteeAdherent, demande: DemandeLue): Promise<void> {
  const ecrit = await loadLimite(client, demande, instantMetier())
  await passer(client, demande, {
    passage: 'RELANCER',
    auteur: acteur,
    ecrit: { ...ecrit, agentId: null, escaladeeLe: null },
  })
}

async function lockLaSienne(client: Ecriture, acteur: PorteeAdherent, id: string): Promise<DemandeLue> {
  const demande = await lockDemande(client, id)
  if (demande === null || !estSienne(acteur, demande))
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.INTROUVABLE })
  return demande
}

/** What sending had announced, or stopped, is taken back when who asked no longer wants it. */
const RENONCER: Readonly<
  Partial<
    Record<NatureDemande, (client: Ecriture, acteur: PorteeAdherent, demande: DemandeLue) => Promise<void>>
  >
> = {
  CONTESTATION_INDU: leverContestation,
  RESILIATION: (client, _acteur, demande) => direQueLeContratContinue(client, demande, 'ANNULEE'),
}

/** Who asked no longer wants it. Twice is once. @throws {SaisieRefusee} once decided. */
export async function annulerDemande(acteur: PorteeAdherent, id: string): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const demande = await lockLaSienne(client, acteur, id)
    if (demande.etat === 'ANNULEE') return
    // What was never sent is not kept.
    if (demande.etat === 'BROUILLON') await oterPieces(client, acteur, demande, null)
    else await RENONCER[demande.nature]?.(client, acteur, demande)
    await passer(client, demande, { passage: 'ANNULER', auteur: acteur })
  })
}

/** Takes a piece out of a draft, and erases it. Twice is once. @throws {SaisieRefusee} once sent. */
export async function retirerPiece(acteur: PorteeAdherent, cle: string, pieceId: string): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const demande = await lockDemandeParCle(client, acteur.compteId, cle)
    if (demande === null) return
    if (demande.etat !== 'BROUILLON') throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.CHANGEE })
    await oterPieces(client, acteur, demande, pieceId)
  })
}

/** The answers of the mutuelle have been on this person's screen. */
export async function marquerLus(acteur: PorteeAdherent, id: string): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const demande = await lockLaSienne(client, acteur, id)
    await client.query(
      'UPDATE messages_demande SET lu_le = $2 WHERE demande_id = $1 AND de_gestion AND NOT interne AND lu_le IS NULL',
      [demande.id, instantMetier()],
    )
  })
}
