import { randomUUID } from 'node:crypto'
import type { ObjetOrdre, SensLot } from '@/generated/prisma/enums'
import { endToEndIdDe, messageIdDe } from '@/lib/flux/sepa/identifiants'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_LOT } from '@/lib/lexique/banque'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { chiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { pointArret } from '@/lib/server/point-arret'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutPreparerLot, refusValidation } from './access'
import { contexteOrdre, type LotLu, lockLot, lotPerime } from './data'

/** An order before it has a number. Cents, positive. What it settles may be in one living order only: the database sees to it. */
export interface OrdreAInscrire {
  readonly montant: number
  readonly adhesionId: string | null
  readonly tiersId: string | null
  readonly mandatId: string | null
  /** Where titulaire and IBAN come from; null for a professional or a debit. */
  readonly compteBancaireId: string | null
  readonly titulaire: string
  readonly iban: string
  readonly prestations: readonly {
    readonly id: string
    readonly montant: number
    /** Why this account; empty where no other was possible. */
    readonly motifs: readonly Motif[]
  }[]
  readonly echeances: readonly string[]
  /** An avance santé, alone on its transfer. */
  readonly avances?: readonly string[]
}

/** Writes a prepared batch and its orders. Identifiers are drawn here, once, and never used again. @returns the id of the batch. */
export async function inscrireLot(
  client: Ecriture,
  sens: SensLot,
  executionLe: DateCivile,
  acteur: PorteeGestion,
  ordres: readonly OrdreAInscrire[],
): Promise<string> {
  const lotId = randomUUID()
  const total = ordres.reduce((somme, o) => somme + o.montant, 0)
  await client.query(
    `INSERT INTO lots_bancaires (id, sens, etat, execution_le, msg_id, nombre, total, prepare_par_id)
      VALUES ($1, $2::text::"SensLot", 'PREPARE', $3, $4, $5, $6, $7)`,
    [lotId, sens, executionLe, messageIdDe(lotId), ordres.length, total, acteur.compteId],
  )
  for (let debut = 0; debut < ordres.length; debut += PAGE)
    await inscrireOrdres(client, lotId, sens, ordres.slice(debut, debut + PAGE), debut)
  await noter(client, 'LOT_PREPARE', acteur, lotId, { nombre: ordres.length })
  return lotId
}

/** A debit collects; a transfer gives contributions back, lends, or pays benefits: one of them. */
function objetDe(sens: SensLot, { echeances, avances = [] }: OrdreAInscrire): ObjetOrdre {
  if (sens === 'PRELEVEMENT') return 'COTISATION'
  if (avances.length > 0) return 'AVANCE'
  return echeances.length > 0 ? 'COTISATION_RENDUE' : 'PRESTATION'
}

/** Orders written at once. */
const PAGE = 2_000

/** @param debut how many orders come before these. */
async function inscrireOrdres(
  client: Ecriture,
  lotId: string,
  sens: SensLot,
  ordres: readonly OrdreAInscrire[],
  debut: number,
): Promise<void> {
  const inscrits = ordres.map((ordre, i) => {
    const { iban, ...reste } = ordre
    const id = randomUUID()
    const ibanChiffre = chiffrer(iban, contexteOrdre(id)).toString('hex')
    return {
      ...reste,
      id,
      objet: objetDe(sens, ordre),
      rang: debut + i + 1,
      endToEndId: endToEndIdDe(id),
      ibanChiffre,
      ibanFin: iban.slice(-4),
    }
  })
  await client.query(INSCRIRE_ORDRES, [lotId, JSON.stringify(inscrits)])
  await client.query(LIER_PRESTATIONS, [JSON.stringify(inscrits)])
  await client.query(LIER_ECHEANCES, [JSON.stringify(inscrits)])
  await client.query(LIER_AVANCES, [JSON.stringify(inscrits)])
}

const INSCRIRE_ORDRES = `INSERT INTO ordres_bancaires (id, lot_id, rang, objet, end_to_end_id, etat, montant, adhesion_id, tiers_id,
    mandat_id, compte_bancaire_id, titulaire, iban_chiffre, iban_fin)
  SELECT id, $1, rang, objet, "endToEndId", 'A_EMETTRE', montant, "adhesionId", "tiersId", "mandatId", "compteBancaireId", titulaire,
    decode("ibanChiffre", 'hex'), "ibanFin"
  FROM jsonb_to_recordset($2::jsonb) AS o (id uuid, rang int, objet "ObjetOrdre", "endToEndId" text, montant bigint, "adhesionId" uuid, "tiersId" uuid,
    "mandatId" uuid, "compteBancaireId" uuid, titulaire text, "ibanChiffre" text, "ibanFin" text)`

const LIER_PRESTATIONS = `INSERT INTO ordres_prestations (ordre_id, prestation_id, montant, vivant, motifs)
  SELECT o.id, p.id, p.montant, true, CASE WHEN p.motifs <> '[]'::jsonb THEN p.motifs END FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, prestations jsonb),
    jsonb_to_recordset(o.prestations) AS p (id uuid, montant bigint, motifs jsonb)`

const LIER_ECHEANCES = `INSERT INTO ordres_echeances (ordre_id, echeance_id, vivant)
  SELECT o.id, e::uuid, true FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, echeances jsonb),
    jsonb_array_elements_text(o.echeances) AS e`

const LIER_AVANCES = `INSERT INTO ordres_avances (ordre_id, avance_id, vivant)
  SELECT o.id, a::uuid, true FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, avances jsonb),
    jsonb_array_elements_text(coalesce(o.avances, '[]')) AS a`

/** The second person's agreement. @throws {SaisieRefusee} with the reason. */
export async function validerLot(acteur: PorteeGestion, lotId: string): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const lot = await exigerLot(client, lotId)
    const refus = refusValidation(acteur, lot)
    if (refus !== null) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT[refus] })
    if (await lotPerime(client, lotId)) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.PERIME })
    await client.query(
      `UPDATE lots_bancaires SET etat = 'VALIDE', valide_par_id = $2, valide_le = now() WHERE id = $1`,
      [lotId, acteur.compteId],
    )
    await noter(client, 'LOT_VALIDE', acteur, lotId)
    pointArret('VALIDATION_ECRITE')
  })
  pointArret('LOT_VALIDE')
}

/** Before its file is written, a batch may be given up: what it held may leave in another. @throws {SaisieRefusee} */
export async function abandonnerLot(acteur: PorteeGestion, lotId: string): Promise<void> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.ROLE })
  await ecrire(SYSTEME, async (client) => {
    const lot = await exigerLot(client, lotId)
    if (lot.etat !== 'PREPARE' && lot.etat !== 'VALIDE')
      throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.ETAT })
    await client.query(`UPDATE lots_bancaires SET etat = 'ABANDONNE' WHERE id = $1`, [lotId])
    await client.query(`UPDATE ordres_bancaires SET etat = 'ABANDONNE' WHERE lot_id = $1`, [lotId])
    await client.query(LIBERER_ECHEANCES, [lotId])
    for (const table of ['ordres_prestations', 'ordres_echeances', 'ordres_avances'])
      await client.query(
        `UPDATE ${table} l SET vivant = false FROM ordres_bancaires o WHERE o.id = l.ordre_id AND o.lot_id = $1`,
        [lotId],
      )
    await noter(client, 'LOT_ABANDONNE', acteur, lotId)
  })
}

/** They wait again, by the means of payment of today: the mandate may have been revoked since the preparation. */
const LIBERER_ECHEANCES = `UPDATE echeances e SET etat = 'A_VENIR', mode = coalesce((SELECT m.mode FROM modalites_cotisation m
    WHERE m.adhesion_id = e.adhesion_id AND m.du <= b.execution_le AND (m.au IS NULL OR m.au >= m.du)
    ORDER BY m.du DESC LIMIT 1), e.mode)
  FROM ordres_echeances l JOIN ordres_bancaires o ON o.id = l.ordre_id JOIN lots_bancaires b ON b.id = o.lot_id
  WHERE l.echeance_id = e.id AND o.lot_id = $1 AND l.vivant AND e.etat = 'APPELEE'`

/** @throws {SaisieRefusee} when there is none. */
async function exigerLot(client: Ecriture, lotId: string): Promise<LotLu> {
  const lot = await lockLot(client, lotId)
  if (lot === null) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.INTROUVABLE })
  return lot
}

const noter = (
  client: Ecriture,
  acte: 'LOT_PREPARE' | 'LOT_VALIDE' | 'LOT_ABANDONNE',
  acteur: PorteeGestion,
  lotId: string,
  donnees: Readonly<Record<string, number>> = {},
) =>
  journaliser(client, {
    acte,
    compteId: acteur.compteId,
    role: acteur.role,
    objetType: 'lot_bancaire',
    objetId: lotId,
    resultat: 'FAIT',
    donnees,
  })
