import { randomUUID } from 'node:crypto'
import type { CodeAide } from '@/lib/rules/aide/regle-aide'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Montant } from '@/lib/rules/montant/montant'
import type { Ecriture } from '@/lib/server/db'
import { type LigneManuelle, recevoirManuel, reprendreManuel } from '../decompte-manuel/mutations'
import { passerPrestations } from '../grand-livre/mutations'

/** An aid that is owed, before it is written. */
export interface AVerserPourAide {
  readonly demandeId: string
  readonly adhesionId: string
  readonly personneId: string
  readonly aide: CodeAide
  readonly genre: string | null
  readonly libelle: string
  readonly jour: DateCivile
  readonly quantite: number
  readonly montant: Montant
  readonly motifs: readonly Motif[]
  readonly versionReglement: string
  readonly accordeeLe: DateCivile
  readonly decompte: DecompteAide
}

/** What the line it is paid by is known by. */
export interface DecompteAide {
  readonly cle: string
  readonly idDecompte: string
  readonly creeLe: Date
}

export interface AideVersee {
  readonly aideId: string
  readonly lignes: readonly LigneManuelle[]
}

/** The line of an aid names no act: there is nothing to compute, what it is worth was decided. */
const ACTE = { nature: 'AIDE', nomenclature: 'AUTRE' } as const

/**
 * Writes what is owed as a benefit wholly paid, ready for the next batch of transfers, and counts it among the aids of the contract; all
 * in the caller's transaction, with its movement in the ledger.
 */
export async function verserAide(client: Ecriture, a: AVerserPourAide): Promise<AideVersee> {
  const lignes = await recevoirManuel(client, {
    ...a.decompte,
    personneId: a.personneId,
    contenus: [
      {
        idDecompte: a.decompte.idDecompte,
        numeroLigne: 1,
        operation: 'PAIEMENT',
        beneficiaire: {},
        soinsDebut: a.jour,
        acte: ACTE,
        montants: { depense: a.montant, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
        reglement: { destinataire: 'ASSURE' },
      },
    ],
  })
  const [prestationId, aideId] = [randomUUID(), randomUUID()]
  await client.query(
    `INSERT INTO prestations (id, ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, destinataire, depense, base, part_amo,
        participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites)
      VALUES ($1, $2, $3, $4, 'A_PAYER', $5, $6, 'ASSURE', $7, 0, 0, 0, 0, $7, 0, $8, $9, $10, '{}')`,
    [
      prestationId,
      lignes[0]?.id,
      a.adhesionId,
      a.personneId,
      a.jour,
      a.libelle,
      a.montant,
      a.versionReglement,
      JSON.stringify({ aide: a.aide, quantite: a.quantite }),
      JSON.stringify(a.motifs),
    ],
  )
  await client.query(
    'INSERT INTO prestation_details (prestation_id, rang, ligne, montant) VALUES ($1, 1, $2, $3)',
    [prestationId, `aide.${a.aide.toLowerCase()}`, a.montant],
  )
  await passerPrestations(client, [prestationId])
  await client.query(
    `INSERT INTO aides_accordees (id, demande_id, adhesion_id, personne_id, aide, genre, jour, annee, quantite, montant, prestation_id, accordee_le)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      aideId,
      a.demandeId,
      a.adhesionId,
      a.personneId,
      a.aide,
      a.genre,
      a.jour,
      annee(a.jour),
      a.quantite,
      a.montant,
      prestationId,
      a.accordeeLe,
    ],
  )
  return { aideId, lignes }
}

/** Takes it back while it has not left: the opposite of its line waits for the liquidation. False: a batch holds it, or it is paid. */
export async function reprendreAide(
  client: Ecriture,
  { aideId, lignes }: AideVersee,
  {
    jour,
    personneId,
    decompte,
  }: { readonly jour: DateCivile; readonly personneId: string; readonly decompte: DecompteAide },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM prestations p JOIN aides_accordees a ON a.prestation_id = p.id WHERE a.id = $1 AND (p.etat = 'PAYEE'
      OR EXISTS (SELECT FROM ordres_prestations o WHERE o.prestation_id = p.id AND o.vivant)
      OR EXISTS (SELECT FROM ecritures r WHERE r.operation = 'INDU_RETENU' AND r.piece_type = 'prestation' AND r.piece_id = p.id))`,
    [aideId],
  )
  if (rowCount !== 0) return false
  await client.query(
    'UPDATE aides_accordees SET annulee_le = greatest($2::date, accordee_le) WHERE id = $1',
    [aideId, jour],
  )
  await reprendreManuel(client, { ...decompte, personneId }, lignes)
  return true
}
