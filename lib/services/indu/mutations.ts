import { randomUUID } from 'node:crypto'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import {
  OBJET_LETTRE_INDU,
  OBJET_RELANCE_INDU,
  PHRASES_INDU,
  paragraphesLettreIndu,
  paragraphesRelanceIndu,
  phraseContester,
} from '@/lib/lexique/indu'
import { ajouterJours, type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { loadContrat } from '@/lib/services/document/data'
import { ecrireLettre } from '@/lib/services/document/mutations'
import { compteIndus, type Mouvement, passer } from '@/lib/services/grand-livre/mutations'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import {
  type InduEchelonne,
  type InduLu,
  loadCorrections,
  loadIndusConstates,
  lockEchelonnes,
  lockIndu,
  RESTES,
  type Retenue,
} from './data'
import { fonderIndu, voirMensualites } from './view'

/**
 * Finds the benefits that were paid in error and are not yet followed: each gets its row, and the member a letter that explains before
 * anything is retained. Then follows what came back. Called again, finds nothing new.
 */
export async function suivreIndus(jour: DateCivile): Promise<{ readonly constates: number }> {
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('versements', 0))`)
    const { delaiExplicationJours } = organisme().indus
    const { rows } = await client.query<{ id: string; adhesionId: string; tiersId: string | null }>(
      CONSTATER,
      [jour, ajouterJours(jour, delaiExplicationJours)],
    )
    const corrections = await loadCorrections(
      client,
      rows.map((r) => r.id),
    )
    const entieres = corrections.filter((c) => c.entiere).map((c) => c.prestationId)
    await retenir(client, corrections, entieres, jour)
    for (const adhesionId of new Set(rows.filter((r) => r.tiersId === null).map((r) => r.adhesionId)))
      await expliquer(client, adhesionId, jour)
    if (rows.length > 0)
      await journaliser(client, {
        acte: 'INDUS_CONSTATES',
        compteId: null,
        role: 'SYSTEME',
        objetType: 'indus',
        objetId: null,
        resultat: 'FAIT',
        donnees: { nombre: rows.length },
      })
    await relancer(client, jour)
    return { constates: rows.length }
  })
}

/** Days a transfer or a cheque may take after an instalment falls due. */
const TOLERANCE_JOURS = 10

/**
 * A missed instalment: a letter first; nothing in the time it leaves, and what remains is retained again on the benefits to come. Paid in
 * the meantime, the agreement goes on.
 */
async function relancer(client: Ecriture, jour: DateCivile): Promise<void> {
  for (const indu of await lockEchelonnes(client, jour)) {
    const { manque, depuis } = voirMensualites(indu, jour) ?? { manque: 0, depuis: null }
    if (manque === 0) {
      if (indu.relanceLe !== null)
        await client.query('UPDATE indus SET relance_le = NULL WHERE id = $1', [indu.id])
    } else if (indu.relanceLe === null) {
      if (depuis !== null && jour > ajouterJours(depuis, TOLERANCE_JOURS))
        await rappeler(client, indu, manque, jour)
    } else if (jour >= finDeRelance(dateCivile(indu.relanceLe))) {
      await client.query(REPRENDRE, [indu.id, jour])
      await noter(client, 'INDU_REPRIS', indu.id, null)
    }
  }
  await denouerIndus(client, jour)
}

const finDeRelance = (relanceLe: DateCivile): DateCivile =>
  ajouterJours(relanceLe, organisme().indus.delaiExplicationJours)

const REPRENDRE = `UPDATE indus SET mensualite = NULL, echelonne_le = NULL, echelonne_reste = NULL, relance_le = NULL,
    retenue_des = greatest(retenue_des, $2::date) WHERE id = $1`

async function rappeler(
  client: Ecriture,
  indu: InduEchelonne,
  manque: number,
  jour: DateCivile,
): Promise<void> {
  const avant = finDeRelance(jour)
  await client.query('UPDATE indus SET relance_le = $2 WHERE id = $1', [indu.id, jour])
  await ecrireLettre(client, await loadContrat(client, indu.adhesionId), jour, {
    objet: OBJET_RELANCE_INDU,
    paragraphes: paragraphesRelanceIndu(indu, manque, avant),
    motifs: fonderIndu({ ...indu, retenueDes: avant }),
    suite: [phraseContester(organisme())],
    service: 'Service des prestations',
  })
  await noter(client, 'INDU_RELANCE', indu.id, null)
}

const noter = (client: Ecriture, acte: ActeJournal, id: string, acteur: PorteeGestion | null) =>
  journaliser(client, {
    acte,
    compteId: acteur?.compteId ?? null,
    role: acteur?.role ?? 'SYSTEME',
    objetType: 'indu',
    objetId: id,
    resultat: 'FAIT',
  })

const CONSTATER = `INSERT INTO indus (adhesion_id, tiers_id, prestation_id, montant, etat, constate_le, retenue_des)
  SELECT p.adhesion_id, c.tiers_id, p.id, e.montant, 'EXPLIQUE', $1, $2
  FROM ecritures e JOIN prestations p ON p.id = e.piece_id JOIN comptes_livre c ON c.id = e.debit_id
  WHERE e.operation = 'INDU_CONSTATE' AND e.piece_type = 'prestation' AND NOT EXISTS (SELECT FROM indus i WHERE i.prestation_id = p.id)
  ORDER BY e.rang RETURNING id, adhesion_id AS "adhesionId", tiers_id AS "tiersId"`

/** One letter for all that is found on a contract at once: which payments, why, and how they will be given back. */
async function expliquer(client: Ecriture, adhesionId: string, jour: DateCivile): Promise<void> {
  const indus = (await loadIndusConstates(client, adhesionId, jour)).filter((i) => i.reste > 0)
  if (indus.length === 0) return
  await ecrireLettre(client, await loadContrat(client, adhesionId), jour, {
    objet: OBJET_LETTRE_INDU,
    paragraphes: paragraphesLettreIndu(indus.map((i) => ({ ...i, suite: null }))),
    motifs: indus.flatMap(fonderIndu),
    suite: [phraseContester(organisme())],
    service: 'Service des prestations',
  })
}

/** Benefits go, in part or wholly, to what their creditor owes; those wholly given are settled. */
export async function retenir(
  client: Ecriture,
  retenues: readonly Retenue[],
  soldees: readonly string[],
  jour: DateCivile,
): Promise<void> {
  const mouvements = retenues.map(
    ({ prestationId, adhesionId, tiersId, montant }): Mouvement => ({
      jour,
      operation: 'INDU_RETENU',
      debit:
        tiersId === null
          ? { nature: 'PRESTATIONS_ADHERENT', titulaire: adhesionId }
          : { nature: 'PRESTATIONS_TIERS', titulaire: tiersId },
      credit: compteIndus(adhesionId, tiersId),
      montant,
      pieceType: 'prestation',
      pieceId: prestationId,
    }),
  )
  await passer(client, mouvements)
  await client.query(`UPDATE prestations SET etat = 'PAYEE', payee_le = $2 WHERE id = ANY ($1::uuid[])`, [
    soldees,
    jour,
  ])
  await denouerIndus(client, jour)
}

/** The state of each indu follows the ledger; the benefit taken back is settled with it. */
export async function denouerIndus(client: Ecriture, jour: DateCivile): Promise<void> {
  const { rows } = await client.query<{ id: string; prestationId: string; etat: string }>(
    `UPDATE indus i SET etat = r.nouvel_etat::"EtatIndu" FROM (${RESTES}) r WHERE r.id = i.id AND r.nouvel_etat <> i.etat::text
      RETURNING i.id, i.prestation_id AS "prestationId", i.etat`,
    [jour],
  )
  const soldes = rows.filter((r) => r.etat === 'SOLDE').map((r) => r.prestationId)
  await client.query(
    `UPDATE prestations SET etat = 'PAYEE', payee_le = $2 WHERE id = ANY ($1::uuid[]) AND etat = 'A_PAYER'`,
    [soldes, jour],
  )
  await client.query(
    `UPDATE prestations SET etat = 'A_PAYER', payee_le = NULL WHERE id = ANY ($1::uuid[]) AND etat = 'PAYEE'`,
    [rows.filter((r) => r.etat !== 'SOLDE').map((r) => r.prestationId)],
  )
}

/** Null: it said itself what it did. */
type GesteIndu = (client: Ecriture, indu: InduLu) => Promise<ActeJournal | null>

/** One act of a person on one indu. @throws {SaisieRefusee} */
export async function agirSurIndu(
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
  geste: GesteIndu,
): Promise<void> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_INDU.ROLE })
  await ecrire(SYSTEME, async (client) => {
    // A payment run may be reading the debts.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('versements', 0))`)
    const indu = await lockIndu(client, id, jour)
    if (indu === null) throw new SaisieRefusee({ champ: '', message: PHRASES_INDU.INTROUVABLE })
    if (indu.etat === 'SOLDE') throw new SaisieRefusee({ champ: '', message: PHRASES_INDU.SOLDE })
    const acte = await geste(client, indu)
    if (acte !== null) await noter(client, acte, id, acteur)
  })
}

const ECHELONNER = `UPDATE indus SET mensualite = $2::bigint, relance_le = NULL,
    echelonne_le = CASE WHEN $2::bigint IS NULL THEN NULL ELSE $3::date END,
    echelonne_reste = CASE WHEN $2::bigint IS NULL THEN NULL ELSE $4::bigint END WHERE id = $1`

/** Asked by the month from now on, or, with null, retained on the benefits to come. */
export const echelonnerIndu = (
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
  mensualite: number | null,
): Promise<void> =>
  agirSurIndu(acteur, id, jour, async (client, indu) => {
    if (mensualite !== null && mensualite > indu.reste)
      throw new SaisieRefusee({ champ: 'mensualite', message: PHRASES_INDU.MENSUALITE })
    await client.query(ECHELONNER, [id, mensualite, jour, indu.reste])
    return 'INDU_ECHELONNE'
  })

/** Notes what the debtor paid back. Cents. */
export const encaisserIndu = (
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
  montant: number,
): Promise<void> =>
  agirSurIndu(acteur, id, jour, async (client, indu) => {
    if (montant > indu.reste) throw new SaisieRefusee({ champ: 'montant', message: PHRASES_INDU.TROP })
    const reglementId = randomUUID()
    await client.query(
      'INSERT INTO reglements_indus (id, indu_id, montant, recu_le, saisi_par_id) VALUES ($1, $2, $3, $4, $5)',
      [reglementId, id, montant, jour, acteur.compteId],
    )
    await passer(client, [
      {
        jour,
        operation: 'INDU_RENDU',
        debit: { nature: 'BANQUE_EN_ATTENTE' },
        credit: compteIndus(indu.adhesionId, indu.tiersId),
        montant,
        pieceType: 'reglement_indu',
        pieceId: reglementId,
      },
    ])
    await denouerIndus(client, jour)
    return 'INDU_REGLE'
  })
