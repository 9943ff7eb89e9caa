import { createHash, randomUUID } from 'node:crypto'
import type { EquipeGestion, NatureDemande } from '@/generated/prisma/enums'
import { NOMBRE_MAX } from '@/lib/formulaire/piece'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_POUR_AUTRUI } from '@/lib/lexique/delegations'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { phraseRefusNomme, phraseRefusPiece } from '@/lib/lexique/depot'
import { instantMetier, instantParis, maintenant, momentParis } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { mainsPermettent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { leverContestation } from '../contestation/mutations'
import { reglementDe } from '../cotisation/view'
import { direQueLeContratContinue } from '../demande-contrat/mutations'
import { controlerPieces, inscrireDepot, type PieceControlee } from '../depot/mutations'
import type { ObjetDepot } from '../depot/schema'
import { inscrirePassage, passer } from '../passage-demande/mutations'
import { estSienne } from './access'
import { estDejaDit, loadReglementDe, lockDemande, lockDemandeParCle, lockPareille } from './data'
import { estClose, estEnCours } from './etats'
import type { DemandeLue } from './schema'
import { equipeDe, limiteDe } from './view'

/** What a form asks, whatever its nature: `faits` were read by the nature's own schema. */
export interface Redaction {
  readonly nature: NatureDemande
  readonly cle: string
  readonly adhesionId: string | null
  readonly personneId: string | null
  readonly objet?: string | null
  readonly faits: unknown
  /** First message of the thread, when there is one; a draft keeps it among its facts. */
  readonly texte?: string | null
  readonly fichiers?: readonly File[]
  /** Who has it, when its facts say it better than its nature. */
  readonly equipe?: EquipeGestion
  /** Asking the same thing while it is being treated is asking once: after « back », from another tab. */
  readonly uneFois?: true
  /** What sending brings about, in the same transaction, once. */
  readonly apres?: (client: Ecriture, demande: DemandeLue) => Promise<void>
}

export interface Envoyee {
  readonly id: string
  readonly numero: number
}

/** Files are read before the transaction that keeps them. @throws {SaisieRefusee} naming the file. */
const controler = (fichiers: readonly File[]): Promise<PieceControlee[]> =>
  controlerPieces(
    fichiers,
    (nom, code) => new SaisieRefusee({ champ: 'fichiers', message: phraseRefusNomme(nom, code, 'ENVOI') }),
  )

/**
 * Sends what a form asks: the demande, its pieces and its first message in one transaction. The same form again, or ten times at once,
 * is the same demande and gives the first answer. @throws {SaisieRefusee}
 */
export function envoyerDemande(acteur: PorteeAdherent, r: Redaction): Promise<Envoyee> {
  return ranger(acteur, r, true)
}

/** Keeps what is written so far, as it was typed, and its pieces; nothing is asked of the mutuelle yet. @throws {SaisieRefusee} */
export function garderBrouillon(acteur: PorteeAdherent, r: Redaction): Promise<Envoyee> {
  return ranger(acteur, r, false)
}

async function ranger(acteur: PorteeAdherent, r: Redaction, partir: boolean): Promise<Envoyee> {
  if (!mainsPermettent(acteur, 'DEMANDER'))
    throw new SaisieRefusee({ champ: '', message: PHRASES_POUR_AUTRUI.DEMANDER })
  exigerSonContrat(acteur, r.adhesionId)
  const deja = await ecrire(SYSTEME, (client) => lockDemandeParCle(client, acteur.compteId, r.cle))
  if (deja !== null && estAbandonnee(deja))
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.ABANDONNEE })
  if (deja !== null && deja.etat !== 'BROUILLON' && !(partir && estEnCours(deja.etat))) return deja
  const pieces = await controler(r.fichiers ?? [])
  return ecrire(SYSTEME, async (client) => {
    const pareille = r.uneFois === true ? await lockPareille(client, acteur.compteId, r) : null
    if (pareille !== null) {
      await joindreAPareille(client, acteur, pareille, r, pieces)
      return pareille
    }
    const { demande, nouvelle } = await ouvrir(client, acteur, r)
    // Sent before by the same form, taken up again with « back » or not.
    if (demande.etat !== 'BROUILLON') {
      if (partir && estEnCours(demande.etat)) await joindreAPareille(client, acteur, demande, r, pieces)
      return demande
    }
    if (!nouvelle) await reecrire(client, demande, r)
    const texte = partir ? (r.texte ?? null) : null
    const messageId = await garderMessage(client, acteur, demande.id, { cle: r.cle, texte })
    await joindre(client, acteur, demande, {
      pieces: await nouvelles(client, demande.id, pieces),
      messageId,
    })
    if (!partir) return demande
    await envoyer(client, acteur, demande)
    await r.apres?.(client, demande)
    return demande
  })
}

/** A draft that was given up in another page: its form starts nothing again. */
const estAbandonnee = ({ etat, envoyeeLe }: DemandeLue): boolean => etat === 'ANNULEE' && envoyeeLe === null

function exigerSonContrat(acteur: PorteeAdherent, adhesionId: string | null): void {
  if (adhesionId !== null && ![...acteur.adhesions, ...acteur.adhesionsLues].includes(adhesionId))
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.SANS_CONTRAT })
}

async function ouvrir(
  client: Ecriture,
  acteur: PorteeAdherent,
  r: Redaction,
): Promise<{ readonly demande: DemandeLue; readonly nouvelle: boolean }> {
  const instant = instantMetier()
  const { rowCount } = await client.query(
    `INSERT INTO demandes (id, nature, etat, compte_id, adhesion_id, personne_id, cle, objet, faits, equipe, cree_le)
      VALUES ($1, $2::text::"NatureDemande", 'BROUILLON', $3, $4, $5, $6, $7, $8, $9::text::"EquipeGestion", $10)
      ON CONFLICT (compte_id, cle) DO NOTHING`,
    [
      randomUUID(),
      r.nature,
      acteur.compteId,
      r.adhesionId,
      r.personneId,
      r.cle,
      r.objet ?? null,
      JSON.stringify(r.faits),
      r.equipe ?? equipeDe(r.nature),
      instant,
    ],
  )
  const demande = await lockDemandeParCle(client, acteur.compteId, r.cle)
  if (demande === null || demande.nature !== r.nature)
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.CHANGEE })
  if (rowCount === 1)
    await inscrirePassage(client, demande.id, 'BROUILLON', instant, { passage: 'CREER', auteur: acteur })
  return { demande, nouvelle: rowCount === 1 }
}

const reecrire = (client: Ecriture, { id }: DemandeLue, r: Redaction) =>
  client.query(
    `UPDATE demandes SET faits = $2, adhesion_id = $3, personne_id = $4, objet = $5, equipe = $6::text::"EquipeGestion" WHERE id = $1`,
    [
      id,
      JSON.stringify(r.faits),
      r.adhesionId,
      r.personneId,
      r.objet ?? null,
      r.equipe ?? equipeDe(r.nature),
    ],
  )

/** A file that is already with the draft (the network was cut before the answer came) is not a second one. @throws {SaisieRefusee} */
async function nouvelles(
  client: Ecriture,
  demandeId: string,
  pieces: readonly PieceControlee[],
): Promise<PieceControlee[]> {
  const { rows } = await client.query<{ cle: string }>(
    `SELECT encode(f.empreinte, 'hex') || d.nom_origine AS cle FROM pieces_demande p JOIN depots d ON d.id = p.depot_id
      JOIN fichiers f ON f.id = d.fichier_id WHERE p.demande_id = $1`,
    [demandeId],
  )
  const deja = new Set(rows.map(({ cle }) => cle))
  const gardees = pieces.filter(({ octets, nom }) => {
    const cle = `${createHash('sha256').update(octets).digest('hex')}${nom}`
    return deja.size !== deja.add(cle).size
  })
  if (rows.length + gardees.length > NOMBRE_MAX)
    throw new SaisieRefusee({ champ: 'fichiers', message: phraseRefusPiece('TROP_DE_FICHIERS') })
  return gardees
}

async function envoyer(client: Ecriture, acteur: PorteeAdherent, demande: DemandeLue): Promise<void> {
  const instant = instantMetier()
  await passer(client, demande, {
    passage: 'ENVOYER',
    auteur: acteur,
    ecrit: { envoyeeLe: instant, ...(await limiter(client, demande, instant)) },
  })
}

/** The clock of the answer, from an instant on. */
async function limiter(client: Ecriture, { nature, adhesionId }: DemandeLue, instant: Date) {
  const reglement = await loadReglementDe(client, adhesionId)
  const { avant, limite } = limiteDe(
    nature,
    momentParis(instant),
    reglement === null ? null : reglementDe(reglement),
    organisme().promesses,
  )
  return { repondreAvant: instantParis(avant), limite }
}

interface MessageEcrit {
  readonly cle: string
  readonly texte: string | null
}

/** The same message again is the same one. Null: nothing to say. */
async function garderMessage(
  client: Ecriture,
  acteur: PorteeAdherent,
  demandeId: string,
  { cle, texte }: MessageEcrit,
): Promise<string | null> {
  if (texte === null) return null
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO messages_demande (demande_id, cle, compte_id, de_gestion, texte, cree_le) VALUES ($1, $2, $3, false, $4, $5)
      ON CONFLICT (demande_id, cle) DO NOTHING RETURNING id`,
    [demandeId, cle, acteur.compteId, texte, instantMetier()],
  )
  return rows[0]?.id ?? null
}

interface AJoindre {
  readonly pieces: readonly PieceControlee[]
  readonly messageId: string | null
  /** What they prove, when it is said. */
  readonly piece?: string | null
  readonly objet?: ObjetDepot
}

const OBJETS: Readonly<Partial<Record<NatureDemande, ObjetDepot>>> = {
  REMBOURSEMENT: 'FACTURE',
  COMPLEMENT: 'DECOMPTE',
  MESSAGE: 'AUTRE',
}
/** Natures whose pieces speak of someone's health: the médecin-conseil's only. */
const MEDICALES: ReadonlySet<NatureDemande> = new Set(['PRISE_EN_CHARGE'])

async function joindre(
  client: Ecriture,
  acteur: PorteeAdherent,
  demande: DemandeLue,
  { pieces, messageId, piece = null }: AJoindre,
): Promise<void> {
  // A guardian, a carer may have none.
  const adhesionId = demande.adhesionId ?? acteur.adhesions[0] ?? acteur.adhesionsLues[0] ?? null
  for (const controlee of pieces) {
    const depotId = await inscrireDepot(client, acteur, {
      ...controlee,
      adhesionId,
      personneId: adhesionId === null ? null : demande.personneId,
      objet: OBJETS[demande.nature] ?? 'JUSTIFICATIF',
    })
    await client.query(
      `INSERT INTO pieces_demande (demande_id, depot_id, message_id, piece, medicale, cree_le) VALUES ($1, $2, $3, $4, $5, $6)`,
      [demande.id, depotId, messageId, piece, MEDICALES.has(demande.nature), instantMetier()],
    )
  }
}

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
async function joindreAPareille(
  client: Ecriture,
  acteur: PorteeAdherent,
  pareille: DemandeLue,
  { texte = null }: Redaction,
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
  const ecrit = await limiter(client, demande, instantMetier())
  await passer(client, demande, {
    passage: 'RELANCER',
    auteur: acteur,
    ecrit: { ...ecrit, agentId: null, escaladeeLe: null },
  })
}

/** Pieces came: all that were awaited count as received, until staff says which is not (lib/services/piece-attendue). */
async function recevoirPieces(client: Ecriture, demandeId: string): Promise<number> {
  const { rowCount } = await client.query(
    'UPDATE pieces_attendues SET recue_le = $2 WHERE demande_id = $1 AND recue_le IS NULL AND dispensee_le IS NULL',
    [demandeId, instantMetier()],
  )
  return rowCount ?? 0
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

/** One piece of a draft, or all with null. The sweep takes the bytes; without their key they are noise. */
async function oterPieces(
  client: Ecriture,
  acteur: PorteeAdherent,
  demande: DemandeLue,
  pieceId: string | null,
): Promise<void> {
  const { rows } = await client.query<{ depotId: string }>(
    'DELETE FROM pieces_demande WHERE demande_id = $1 AND ($2::uuid IS NULL OR id = $2) RETURNING depot_id AS "depotId"',
    [demande.id, pieceId],
  )
  if (rows.length === 0) return
  const depots = rows.map(({ depotId }) => depotId)
  await client.query(
    `UPDATE fichiers SET efface_le = $2, cle_scellee = ''
      WHERE id IN (SELECT fichier_id FROM depots WHERE id = ANY ($1::uuid[])) AND efface_le IS NULL`,
    [depots, maintenant()],
  )
  await client.query('DELETE FROM depots WHERE id = ANY ($1::uuid[])', [depots])
  await journaliser(client, {
    acte: 'PIECE_RETIREE',
    compteId: acteur.compteId,
    role: acteur.type,
    objetType: 'demande',
    objetId: demande.id,
    resultat: 'FAIT',
    donnees: { pieces: depots.length },
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
