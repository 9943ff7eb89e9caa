import { randomUUID } from 'node:crypto'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { lettreMaintien, lettreRemise } from '@/lib/lexique/contestation'
import { PHRASES_INDU } from '@/lib/lexique/indu'
import { ajouterJours, type DateCivile, joursEntre, laPlusTardive } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { aujourdhui } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import type { Portee, PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { loadContrat } from '../document/data'
import { ecrireLettre } from '../document/mutations'
import { CHARGE, compteIndus, passer } from '../grand-livre/mutations'
import { type InduExplique, type InduLu, loadInduExplique } from '../indu/data'
import { agirSurIndu, denouerIndus } from '../indu/mutations'
import { fonderIndu, fonderRemise } from '../indu/view'
import { estMaintenue, loadContestation, loadContestee, lockSomme } from './data'
import type { RaisonRemise } from './schema'

const refuser = (message: string): never => {
  throw new SaisieRefusee({ champ: '', message })
}

const CONTESTER = `UPDATE indus SET etat = 'CONTESTE' WHERE id = $1`

/** Said on the telephone: nothing is retained until somebody decides. */
export const contesterIndu = (acteur: PorteeGestion, id: string, jour: DateCivile): Promise<void> =>
  agirSurIndu(acteur, id, jour, async (client, indu) => {
    if (indu.etat === 'CONTESTE') refuser(PHRASES_INDU.DEJA_CONTESTE)
    await client.query(CONTESTER, [id])
    return 'INDU_CONTESTE'
  })

const noter = (
  client: Ecriture,
  acte: 'INDU_CONTESTE' | 'INDU_CONTESTATION_LEVEE' | 'INDU_MAINTENU',
  id: string,
  par: Portee,
) =>
  journaliser(client, {
    acte,
    compteId: par.type === 'SYSTEME' ? null : par.compteId,
    role: par.type === 'GESTION' ? par.role : par.type,
    objetType: 'indu',
    objetId: id,
    resultat: 'FAIT',
  })

/**
 * The person who owes it says no, in the caller's transaction, where their reasons are sent: nothing is retained until somebody answers.
 * Answered once, it goes on as a réclamation. @throws {SaisieRefusee} when it is not theirs, given back, contested, or answered.
 */
export async function contesterLeSien(
  client: Ecriture,
  acteur: PorteeAdherent,
  id: string,
  jour: DateCivile,
): Promise<void> {
  const indu = await lockSomme(client, id, jour)
  if (indu === null || indu.tiersId !== null || !acteur.adhesions.includes(indu.adhesionId))
    return refuser(PHRASES_INDU.INTROUVABLE)
  if (indu.etat === 'SOLDE') refuser(PHRASES_INDU.SOLDE)
  if (indu.etat === 'CONTESTE') refuser(PHRASES_INDU.DEJA_CONTESTE)
  if (await estMaintenue(client, id)) refuser(PHRASES_INDU.DEJA_REPONDU)
  await client.query(CONTESTER, [id])
  await noter(client, 'INDU_CONTESTE', id, acteur)
}

// Months that passed while it was contested were not missed: the agreement starts again.
const REPRENDRE = `UPDATE indus SET etat = 'EN_RECUPERATION', retenue_des = $2, relance_le = NULL,
    echelonne_le = CASE WHEN mensualite IS NULL THEN NULL ELSE $3::date END,
    echelonne_reste = CASE WHEN mensualite IS NULL THEN NULL ELSE $4::bigint END WHERE id = $1 AND etat = 'CONTESTE'`

/** Who contested takes it back: what was left of the time before anything is retained starts again. */
export async function leverContestation(
  client: Ecriture,
  acteur: PorteeAdherent,
  demande: { readonly id: string },
): Promise<void> {
  const jour = aujourdhui()
  const contestee = await loadContestee(client, demande.id)
  if (contestee === null) return
  const indu = await lockSomme(client, contestee.induId, jour)
  if (indu === null || indu.etat !== 'CONTESTE') return
  const restait = Math.max(0, joursEntre(contestee.envoyeeLe, contestee.retenueDes))
  const des = laPlusTardive(contestee.retenueDes, ajouterJours(jour, restait))
  await client.query(REPRENDRE, [indu.id, des, jour, indu.reste])
  await noter(client, 'INDU_CONTESTATION_LEVEE', indu.id, acteur)
}

/** A refusal is taken back: contested again. False: it was given back meanwhile. */
export async function rouvrirContestation(
  client: Ecriture,
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
): Promise<boolean> {
  const indu = await lockSomme(client, id, jour)
  if (indu === null || indu.etat === 'SOLDE') return false
  await client.query(CONTESTER, [id])
  await noter(client, 'INDU_CONTESTE', id, acteur)
  return true
}

interface SommeDecidee {
  readonly indu: InduExplique
  readonly motifs: readonly Motif[]
}

/** The sum is due: a new delay before anything is retained, and a letter that says why and what is possible. */
export async function maintenir(
  client: Ecriture,
  acteur: PorteeGestion,
  indu: InduLu,
  { jour, phrase }: { readonly jour: DateCivile; readonly phrase: string },
): Promise<SommeDecidee | null> {
  const des = ajouterJours(jour, organisme().indus.delaiExplicationJours)
  await client.query(REPRENDRE, [indu.id, des, jour, indu.reste])
  await noter(client, 'INDU_MAINTENU', indu.id, acteur)
  const lu = await loadInduExplique(client, indu, jour)
  if (lu === null) return null
  // What is left to give back is what is asked, whatever was given back before.
  const motifs = fonderIndu({ ...lu, montant: lu.reste })
  await ecrireLettre(client, await loadContrat(client, indu.adhesionId), jour, {
    ...lettreMaintien(lu, phrase, organisme()),
    motifs,
    service: 'Service des prestations',
  })
  return { indu: lu, motifs }
}

interface Abandon {
  readonly raison: RaisonRemise
  /** The contestation it answers; null: said on the telephone. */
  readonly demandeId: string | null
  readonly phrase: string | null
  readonly jour: DateCivile
}

/**
 * Gives up what is left of an indu, its row and the debts locked: it costs the mutuelle what the reversal had given back. The state
 * follows with `denouerIndus`. Returns the id of the remise.
 */
async function remettre(
  client: Ecriture,
  acteur: PorteeGestion,
  indu: InduLu,
  { raison, demandeId, jour }: Abandon,
): Promise<string> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO remises_indus (id, indu_id, montant, decidee_le, raison, demande_id, decidee_par_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, indu.id, indu.reste, jour, raison, demandeId, acteur.compteId],
  )
  await passer(client, [
    {
      jour,
      operation: 'INDU_REMIS',
      debit: CHARGE,
      credit: compteIndus(indu.adhesionId, indu.tiersId),
      montant: indu.reste,
      pieceType: 'remise_indu',
      pieceId: id,
    },
  ])
  // Nothing of it ever came back: the benefit stays paid, its reversal does not count.
  await client.query(
    `UPDATE prestations p SET etat = 'ANNULEE' FROM indus i WHERE i.id = $1 AND p.id = i.prestation_id AND p.etat = 'A_PAYER'
      AND i.montant = (SELECT sum(m.montant) FROM remises_indus m WHERE m.indu_id = i.id)`,
    [indu.id],
  )
  await journaliser(client, {
    acte: 'INDU_REMIS',
    compteId: acteur.compteId,
    role: acteur.role,
    objetType: 'indu',
    objetId: indu.id,
    resultat: 'FAIT',
    donnees: { montant: indu.reste, raison },
  })
  return id
}

/** What is left of it is given up: the accounts say so, and a letter why. Returns the id of the remise. */
export async function abandonner(
  client: Ecriture,
  acteur: PorteeGestion,
  indu: InduLu,
  dit: Abandon,
): Promise<string> {
  const { raison, phrase, jour } = dit
  const remiseId = await remettre(client, acteur, indu, dit)
  await denouerIndus(client, jour)
  const lu = await loadInduExplique(client, indu, jour)
  if (lu !== null)
    await ecrireLettre(client, await loadContrat(client, indu.adhesionId), jour, {
      ...lettreRemise({ ...lu, deja: lu.montant - lu.remis }, raison, phrase, organisme()),
      motifs: fonderRemise(lu.remis),
      service: 'Service des prestations',
    })
  return remiseId
}

async function exigerSansDemande(client: Ecriture, id: string): Promise<void> {
  const contestation = await loadContestation(client, id)
  if (contestation?.enCours === true) refuser(PHRASES_INDU.PAR_DEMANDE)
}

/** Contested on the telephone, and due. @throws {SaisieRefusee} */
export const maintenirIndu = (
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
  phrase: string,
): Promise<void> =>
  agirSurIndu(acteur, id, jour, async (client, indu) => {
    if (indu.etat !== 'CONTESTE') refuser(PHRASES_INDU.NON_CONTESTE)
    await exigerSansDemande(client, id)
    await maintenir(client, acteur, indu, { jour, phrase })
    return null
  })

/** Given up without a demande. @throws {SaisieRefusee} */
export const abandonnerIndu = (
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
  dit: { readonly raison: RaisonRemise; readonly phrase: string | null },
): Promise<void> =>
  agirSurIndu(acteur, id, jour, async (client, indu) => {
    await exigerSansDemande(client, id)
    await abandonner(client, acteur, indu, { ...dit, demandeId: null, jour })
    return null
  })
