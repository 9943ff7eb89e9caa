import { refusAuChoix, refusEnvoi, type TypePiece, typeParNom } from '@/lib/formulaire/piece'
import type { RefusPiece } from '@/lib/lexique/depot'
import { antivirusConfigure } from '@/lib/server/antivirus'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { nomPropre } from '@/lib/server/nom-fichier'
import { avecAtelier, type Controler } from '@/lib/server/piece/atelier'
import { PieceRefusee } from '@/lib/server/piece/refus'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { ranger } from '@/lib/server/stockage/fichiers'
import { adhesionDuDepot, peutLireDepots } from './access'
import type { ObjetDepot } from './schema'

/** Within 24 hours, by account. */
const QUOTA_FICHIERS = 50
const QUOTA_OCTETS = 100 * 1024 * 1024

export interface Envoi {
  readonly objet: ObjetDepot
  readonly fichiers: readonly File[]
}

export interface ResultatEnvoi {
  readonly recus: readonly string[]
  readonly refuses: readonly { readonly nom: string; readonly code: RefusPiece }[]
}

/** Each file for itself: one that is refused leaves the others. @throws {Error} when the account has no contract. */
export async function deposer(acteur: PorteeAdherent, { objet, fichiers }: Envoi): Promise<ResultatEnvoi> {
  const adhesionId = adhesionDuDepot(acteur)
  if (adhesionId === null) throw new Error('dépôt par un compte sans adhésion')
  const envoi = refusEnvoi(fichiers)
  if (envoi !== null) return { recus: [], refuses: fichiers.map(({ name }) => refuser(name, envoi)) }
  return avecAtelier(async (controler) => {
    const recus: string[] = []
    const refuses: { nom: string; code: RefusPiece }[] = []
    for (const fichier of fichiers) {
      try {
        recus.push(await deposerUn(acteur, { adhesionId, objet, fichier, controler }))
      } catch (erreur) {
        if (!(erreur instanceof PieceRefusee)) throw erreur
        log.info({ evenement: 'piece-refusee', code: erreur.code })
        refuses.push(refuser(fichier.name, erreur.code))
      }
    }
    return { recus, refuses }
  })
}

/** The name is shown again to the person, as harmless text. */
const refuser = (nom: string, code: RefusPiece) => ({
  nom: [...nom.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(0, 80).join('') || 'Fichier sans nom',
  code,
})

interface UnDepot {
  readonly adhesionId: string
  readonly objet: ObjetDepot
  readonly fichier: File
  readonly controler: Controler
}

async function deposerUn(
  acteur: PorteeAdherent,
  { adhesionId, objet, fichier, controler }: UnDepot,
): Promise<string> {
  const refus = refusAuChoix(fichier)
  const typeMime = typeParNom(fichier.name)
  if (refus !== null || typeMime === null) throw new PieceRefusee(refus ?? 'FORMAT')
  // Before the work of reading it; asked again under the lock.
  await ecrire(acteur, (client) => verifierQuota(client, acteur, 0))
  const octets = await controler(new Uint8Array(await fichier.arrayBuffer()), typeMime)
  const nom = nomPropre(fichier.name, typeMime)
  await ecrire(acteur, (client) =>
    inscrireDepot(client, acteur, { adhesionId, personneId: null, objet, octets, typeMime, nom }),
  )
  return nom
}

/** A file that was read and may be kept. */
export interface PieceControlee {
  readonly octets: Uint8Array
  readonly typeMime: TypePiece
  readonly nom: string
}

/** Reads the one file that proves something, before the transaction that needs it. @throws {PieceRefusee} */
export const controlerPiece = (fichier: File): Promise<PieceControlee> =>
  avecAtelier((controler) => controlerAvec(controler, fichier))

/** Reads several, one after the other, in one workshop. `surRefus` names the file. */
export async function controlerPieces(
  fichiers: readonly File[],
  surRefus: (nom: string, code: RefusPiece) => Error,
): Promise<PieceControlee[]> {
  if (fichiers.length === 0) return []
  return avecAtelier(async (controler) => {
    const pieces: PieceControlee[] = []
    for (const fichier of fichiers) {
      try {
        pieces.push(await controlerAvec(controler, fichier))
      } catch (erreur) {
        throw erreur instanceof PieceRefusee ? surRefus(fichier.name, erreur.code) : erreur
      }
    }
    return pieces
  })
}

async function controlerAvec(controler: Controler, fichier: File): Promise<PieceControlee> {
  const refus = refusAuChoix(fichier)
  const typeMime = typeParNom(fichier.name)
  if (refus !== null || typeMime === null) throw new PieceRefusee(refus ?? 'FORMAT')
  return {
    octets: await controler(new Uint8Array(await fichier.arrayBuffer()), typeMime),
    typeMime,
    nom: nomPropre(fichier.name, typeMime),
  }
}

interface AInscrire extends PieceControlee {
  /** Null: its sender has no contract. */
  readonly adhesionId: string | null
  /** Whom the piece is about, when that is said. */
  readonly personneId: string | null
  readonly objet: ObjetDepot
}

/** Keeps a piece in the caller's transaction, the quota counted. Returns its id. @throws {PieceRefusee} */
export async function inscrireDepot(
  client: Ecriture,
  acteur: PorteeAdherent,
  { adhesionId, personneId, objet, octets, typeMime, nom }: AInscrire,
): Promise<string> {
  await verifierQuota(client, acteur, octets.length)
  const { id: fichierId } = await ranger(client, {
    octets,
    typeMime,
    conservation: 'PIECE',
    verdict: antivirusConfigure() ? 'EN_ATTENTE' : 'NON_REQUIS',
    deposeParId: acteur.compteId,
  })
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO depots (compte_id, adhesion_id, personne_id, fichier_id, objet, nom_origine) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
    [acteur.compteId, adhesionId, personneId, fichierId, objet, nom],
  )
  const [depot] = rows
  if (depot === undefined) throw new Error('dépôt non inscrit')
  await journaliser(client, {
    acte: 'PIECE_DEPOSEE',
    compteId: acteur.compteId,
    role: 'ADHERENT',
    objetType: 'depot',
    objetId: depot.id,
    resultat: 'FAIT',
    donnees: { fichier: fichierId },
  })
  return depot.id
}

/** Two sendings of one account count one after the other. @throws {PieceRefusee} */
async function verifierQuota(client: Ecriture, { compteId }: PorteeAdherent, octets: number): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('depots:' || $1, 0))", [compteId])
  const { rows } = await client.query<{ nombre: number; octets: number }>(
    `SELECT count(*) AS nombre, coalesce(sum(taille), 0)::bigint AS octets FROM fichiers
      WHERE depose_par_id = $1 AND cree_le > now() - interval '24 hours'`,
    [compteId],
  )
  const { nombre, octets: deja } = rows[0] ?? { nombre: 0, octets: 0 }
  if (nombre >= QUOTA_FICHIERS) throw new PieceRefusee('QUOTA_NOMBRE')
  if (deja + octets > QUOTA_OCTETS) throw new PieceRefusee('QUOTA_TAILLE')
}

/** A member of staff takes a piece: the journal says so before the first byte leaves. @throws {Error} when they may not. */
export async function noterLectureDepot(acteur: PorteeGestion, depotId: string): Promise<void> {
  if (!peutLireDepots(acteur)) throw new Error('lecture de pièce refusée à cet acteur')
  await ecrire(acteur, (client) =>
    journaliser(client, {
      acte: 'PIECE_LUE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'depot',
      objetId: depotId,
      resultat: 'FAIT',
    }),
  )
}
