import { createHash, randomUUID } from 'node:crypto'
import type { ContenuLigne } from '@/lib/flux/decomptes/format'
import type { Ecriture } from '@/lib/server/db'

/** Lines that staff writes from the papers of a person, for a care that no file brought. */
export interface DecompteManuel {
  /** Unique: what the lines were written for. */
  readonly cle: string
  readonly personneId: string
  /** As the member reads it: the number of their request. */
  readonly idDecompte: string
  readonly contenus: readonly ContenuLigne[]
  readonly creeLe: Date
}

export interface LigneManuelle {
  readonly id: string
  readonly numeroLigne: number
}

const EMETTEUR = ['MANUEL', 'GESTION'] as const

/**
 * Receives them as a file of their own, in the caller's transaction; the liquidation takes them in their turn, like any received line.
 * Returns them in order.
 */
export async function recevoirManuel(client: Ecriture, d: DecompteManuel): Promise<readonly LigneManuelle[]> {
  const lignes = d.contenus.map((contenu, rang) => ({
    id: randomUUID(),
    rang: rang + 1,
    contenu: { ...contenu, idDecompte: d.idDecompte, numeroLigne: rang + 1 },
  }))
  return ecrire(client, d, lignes, null)
}

/** Takes lines back, whole: the opposite of each, tied to it. */
export async function reprendreManuel(
  client: Ecriture,
  d: Omit<DecompteManuel, 'contenus'>,
  origines: readonly LigneManuelle[],
): Promise<void> {
  const { rows } = await client.query<{ id: string; contenu: ContenuLigne }>(
    'SELECT id, contenu FROM lignes_decompte WHERE id = ANY ($1::uuid[]) ORDER BY rang',
    [origines.map(({ id }) => id)],
  )
  const lignes = rows.map(({ id, contenu }, rang) => ({
    id: randomUUID(),
    origineId: id,
    rang: rang + 1,
    contenu: {
      ...contenu,
      idDecompte: d.idDecompte,
      numeroLigne: rang + 1,
      operation: 'ANNULATION' as const,
      ligneOrigine: { idDecompte: contenu.idDecompte, numeroLigne: contenu.numeroLigne },
      montants: opposer(contenu.montants),
    },
  }))
  await ecrire(client, { ...d, contenus: lignes.map(({ contenu }) => contenu) }, lignes, 'ANNULATION')
}

function opposer({ tauxRO, ...montants }: ContenuLigne['montants']): ContenuLigne['montants'] {
  const { depense, baseRemboursement, montantRO, ...autres } = montants
  const opposes = Object.fromEntries(
    Object.entries(autres).map(([cle, valeur]) => [cle, oppose(Number(valeur))]),
  )
  return {
    ...opposes,
    tauxRO,
    depense: oppose(depense),
    baseRemboursement: oppose(baseRemboursement),
    montantRO: oppose(montantRO),
  }
}

const oppose = (centimes: number): number => (centimes === 0 ? 0 : -centimes)

interface AEcrire {
  readonly id: string
  readonly rang: number
  readonly origineId?: string
  readonly contenu: ContenuLigne
}

async function ecrire(
  client: Ecriture,
  { cle, personneId, creeLe }: DecompteManuel,
  lignes: readonly AEcrire[],
  operation: 'ANNULATION' | null,
): Promise<readonly LigneManuelle[]> {
  // The order of reception is the order of liquidation.
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('flux:reception', 0))`)
  const fluxId = randomUUID()
  const total = (champ: 'depense' | 'montantRO') =>
    lignes.reduce((somme, { contenu }) => somme + contenu.montants[champ], 0)
  await client.query(
    `INSERT INTO flux_recus (id, emetteur_type, emetteur_code, emetteur_libelle, id_fichier, empreinte, cree_le, statut,
        nombre_lignes, total_depense, total_ro, lignes_nouvelles, lignes_doublons, lignes_quarantaine)
      VALUES ($1, $2, $3, 'Saisie par la mutuelle', $4, $5, $6, 'RECU', $7, $8, $9, $7, 0, 0)`,
    [
      fluxId,
      ...EMETTEUR,
      cle,
      empreinte(lignes),
      creeLe,
      lignes.length,
      total('depense'),
      total('montantRO'),
    ],
  )
  for (const { id, rang, origineId = null, contenu } of lignes)
    await client.query(
      `INSERT INTO lignes_decompte (id, flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte, operation,
          origine_id, reversion, pour_information, personne_id, soins_debut, contenu)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::"OperationDecompte", $10, $11, false, $12, $13, $14)`,
      [
        id,
        fluxId,
        rang,
        ...EMETTEUR,
        contenu.idDecompte,
        contenu.numeroLigne,
        empreinte([contenu]),
        operation ?? contenu.operation,
        origineId,
        origineId !== null,
        personneId,
        contenu.soinsDebut,
        JSON.stringify(contenu),
      ],
    )
  return lignes.map(({ id, contenu }) => ({ id, numeroLigne: contenu.numeroLigne }))
}

const empreinte = (contenu: unknown): Buffer => createHash('sha256').update(JSON.stringify(contenu)).digest()
