import { createHash } from 'node:crypto'
import type { NatureDemande } from '@/generated/prisma/enums'
import { NOMBRE_MAX } from '@/lib/formulaire/piece'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { phraseRefusNomme, phraseRefusPiece } from '@/lib/lexique/depot'
import { instantMetier, maintenant } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { DemandeLue } from '../demande/schema'
import { controlerPieces, inscrireDepot, type PieceControlee } from '../depot/mutations'
import type { ObjetDepot } from '../depot/schema'

/** Files are read before the transaction that keeps them. @throws {SaisieRefusee} naming the file. */
export const controler = (fichiers: readonly File[]): Promise<PieceControlee[]> =>
  controlerPieces(
    fichiers,
    (nom, code) => new SaisieRefusee({ champ: 'fichiers', message: phraseRefusNomme(nom, code, 'ENVOI') }),
  )

/** A file that is already with the draft (the network was cut before the answer came) is not a second one. @throws {SaisieRefusee} */
export async function nouvelles(
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

interface MessageEcrit {
  readonly cle: string
  readonly texte: string | null
}

/** The same message again is the same one. Null: nothing to say. */
export async function garderMessage(
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

export async function joindre(
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

/** Pieces came: all that were awaited count as received, until staff says which is not (lib/services/piece-attendue). */
export async function recevoirPieces(client: Ecriture, demandeId: string): Promise<number> {
  const { rowCount } = await client.query(
    'UPDATE pieces_attendues SET recue_le = $2 WHERE demande_id = $1 AND recue_le IS NULL AND dispensee_le IS NULL',
    [demandeId, instantMetier()],
  )
  return rowCount ?? 0
}

/** One piece of a draft, or all with null. The sweep takes the bytes; without their key they are noise. */
export async function oterPieces(
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
