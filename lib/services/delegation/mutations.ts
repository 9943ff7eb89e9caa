import { randomUUID } from 'node:crypto'
import type { EtendueDelegation, MotifDelegation, PassageDelegation } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DELEGATION } from '@/lib/lexique/delegations'
import { phraseRefusNomme } from '@/lib/lexique/depot'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { termeDelegation } from '@/lib/rules/delegation/terme-delegation'
import { aujourdhui, instantMetier } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { PieceRefusee } from '@/lib/server/piece/refus'
import { type Acteur, type PorteeAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { signature } from '../courriel/mutations'
import {
  alerterPersonneProtegee,
  alerterQuiConfie,
  inviter,
  lienPour,
  SANS_LIEN,
} from '../courriel-delegation/mutations'
import { adhesionDuDepot } from '../depot/access'
import { controlerPiece, inscrireDepot } from '../depot/mutations'
import { inscrirePassage, passer } from '../passage-delegation/mutations'
import { choisitSoiMeme, coteDe, peutDecider, peutPasser } from './access'
import {
  type DelegationLue,
  loadCompteNomme,
  loadEmail,
  loadNaissance,
  loadPersonneNommee,
  lockDelegation,
} from './data'
import type { Accord, DelegationDemandee, DelegationDonnee, Mesure } from './schema'

const refuser = (message: string, champ = ''): never => {
  throw new SaisieRefusee({ champ, message })
}

const JOURS_POUR_REPONDRE = 14
/** Proposals of one account that wait for an answer. */
const EN_ATTENTE_MAX = 10
const fin = (instant: Date): Date => new Date(instant.getTime() + JOURS_POUR_REPONDRE * 24 * 3600 * 1000)

interface AEcrire {
  readonly motif: MotifDelegation
  readonly etendue: EtendueDelegation
  readonly protegeId: string | null
  readonly delegueId: string | null
  readonly inviteEmail: string | null
  readonly jeton: Buffer | null
  readonly designation: object
  readonly depotId: string | null
  readonly au: DateCivile | null
  readonly expireLe: Date | null
  readonly raison?: string
}

async function proposer(client: Ecriture, acteur: Acteur, d: AEcrire, instant: Date): Promise<string> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO delegations (id, motif, etendue, etat, protege_id, delegue_id, auteur_id, invite_email, designation, jeton, depot_id, du, au,
        proposee_le, expire_le)
      VALUES ($1, $2::text::"MotifDelegation", $3::text::"EtendueDelegation", 'PROPOSEE', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      d.motif,
      d.etendue,
      d.protegeId,
      d.delegueId,
      acteur.compteId,
      d.inviteEmail,
      JSON.stringify(d.designation),
      d.jeton,
      d.depotId,
      aujourdhui(),
      d.au,
      instant,
      d.expireLe,
    ],
  )
  await inscrirePassage(client, id, 'PROPOSEE', {
    passage: 'PROPOSER',
    acteur,
    instant,
    raison: d.raison ?? null,
  })
  return id
}

/** Whoever acts for another gives, asks and answers nothing of this in their name. */
function exigerSesMains(acteur: PorteeAdherent): void {
  if (acteur.delegation !== undefined || acteur.lectureSeule === true) refuser(PHRASES_DELEGATION.INTROUVABLE)
}

async function exigerPeuDAttente(client: Ecriture, compteId: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('delegations:' || $1, 0))`, [compteId])
  const { rowCount } = await client.query(
    "SELECT FROM delegations WHERE auteur_id = $1 AND etat = 'PROPOSEE'",
    [compteId],
  )
  if ((rowCount ?? 0) >= EN_ATTENTE_MAX) refuser(PHRASES_DELEGATION.TROP)
}

const exigerAVenir = (au: DateCivile | null): void => {
  if (au !== null && au < aujourdhui()) refuser(PHRASES_DELEGATION.AU_PASSE, 'au')
}

/**
 * A person trusts another with their space, from their own. Says the same thing, and waits for the same answer, whether the address or the
 * number is anybody's or nobody's. @throws {SaisieRefusee}
 */
export async function donnerDelegation(acteur: PorteeAdherent, voulue: DelegationDonnee): Promise<void> {
  exigerSesMains(acteur)
  exigerAVenir(voulue.au)
  const { designation, ...convenu } = voulue
  const instant = instantMetier()
  await ecrire(SYSTEME, async (client) => {
    await exigerPeuDAttente(client, acteur.compteId)
    const nomme = designation.par === 'NUMERO' ? await loadCompteNomme(client, designation) : null
    const connu = nomme === null || nomme.personneId === acteur.personneId ? null : nomme
    const email = designation.par === 'EMAIL' ? designation.email : null
    const { jeton, secret } = email === null ? SANS_LIEN : await lienPour(client, email)
    await proposer(
      client,
      acteur,
      {
        ...convenu,
        protegeId: acteur.personneId,
        delegueId: connu?.id ?? null,
        inviteEmail: email,
        jeton,
        designation,
        depotId: null,
        expireLe: fin(instant),
      },
      instant,
    )
    const a = email ?? connu?.email ?? null
    if (a !== null) await inviter(client, { a, secret, qui: await nomDe(client, acteur.compteId) })
    await alerterQuiConfie(client, acteur.compteId, { etendue: convenu.etendue, instant })
  })
}

async function nomDe(client: Ecriture, compteId: string): Promise<string> {
  const { rows } = await client.query<{ nom: string }>(
    'SELECT nom_affiche AS nom FROM comptes WHERE id = $1',
    [compteId],
  )
  return rows[0]?.nom ?? ''
}

/** A parent or a guardian asks, with the proof; the mutuelle answers. Says nothing of whom it knows. @throws {SaisieRefusee} */
export async function demanderDelegation(
  acteur: PorteeAdherent,
  demandee: DelegationDemandee,
): Promise<void> {
  exigerSesMains(acteur)
  exigerAVenir(demandee.au)
  const adhesionId = adhesionDuDepot(acteur)
  if (adhesionId === null) return refuser(PHRASES_DELEGATION.SANS_CONTRAT)
  const { motif, au, piece: fichier, ...nommee } = demandee
  const piece = await lirePiece(fichier)
  const instant = instantMetier()
  await ecrire(SYSTEME, async (client) => {
    await exigerPeuDAttente(client, acteur.compteId)
    const depotId = await inscrireDepot(client, acteur, {
      ...piece,
      adhesionId,
      personneId: null,
      objet: 'JUSTIFICATIF',
    })
    await proposer(
      client,
      acteur,
      {
        motif,
        au,
        // What the mutuelle grants is decided by whoever reads the judgment.
        etendue: 'DEMANDER',
        protegeId: null,
        delegueId: acteur.compteId,
        inviteEmail: null,
        jeton: null,
        designation: { par: 'TITRE', ...nommee },
        depotId,
        expireLe: null,
      },
      instant,
    )
  })
}

async function lirePiece(fichier: File) {
  try {
    return await controlerPiece(fichier)
  } catch (erreur) {
    if (!(erreur instanceof PieceRefusee)) throw erreur
    return refuser(phraseRefusNomme(fichier.name, erreur.code, 'ENVOI'), 'piece')
  }
}

/** The one who was asked accepts or refuses; either side puts an end to it, at once. @throws {SaisieRefusee} */
export async function repondreDelegation(
  acteur: Acteur,
  id: string,
  passage: Extract<PassageDelegation, 'ACCEPTER' | 'REFUSER' | 'REVOQUER'>,
  raison: string | null = null,
): Promise<void> {
  const instant = instantMetier()
  await ecrire(SYSTEME, async (client) => {
    const email = acteur.type === 'ADHERENT' ? await loadEmail(client, acteur.compteId) : null
    const d = await lockDelegation(client, id)
    const cote = d === null ? null : coteDe(acteur, email, d)
    if (d === null || cote === null || !peutPasser(passage, cote, d))
      return refuser(PHRASES_DELEGATION.INTROUVABLE)
    if (passage !== 'ACCEPTER') return passer(client, d, { passage, acteur, instant, raison })
    if (d.expireLe !== null && d.expireLe <= instant) return refuser(PHRASES_DELEGATION.INTROUVABLE)
    return commencer(client, d, {
      passage,
      acteur,
      instant,
      raison,
      ecrit: { delegueId: acteur.compteId, protegeId: d.protegeId, etendue: d.etendue, au: d.au },
    })
  })
}

/** What every beginning asks, whoever allows it. */
async function commencer(
  client: Ecriture,
  d: DelegationLue,
  pas: Parameters<typeof passer>[2] & { readonly ecrit: Convenu },
): Promise<void> {
  const { protegeId, delegueId, au } = pas.ecrit
  if (au !== null && au < aujourdhui()) refuser(PHRASES_DELEGATION.FIN_AVANT, 'au')
  const { rows } = await client.query<{ soi: boolean; deja: boolean }>(
    `SELECT EXISTS (SELECT FROM comptes WHERE id = $2 AND personne_id = $1) AS soi,
      EXISTS (SELECT FROM delegations WHERE protege_id = $1 AND delegue_id = $2 AND etat = 'ACTIVE') AS deja`,
    [protegeId, delegueId],
  )
  if (protegeId === null || rows[0]?.soi !== false) return refuser(PHRASES_DELEGATION.SIEN)
  if (rows[0].deja) refuser(PHRASES_DELEGATION.DEJA)
  // What is asked for somebody needs an account to belong to: one that nobody opens, until they make it theirs. One that is there already
  // is held until this is written: the purge of accounts never confirmed waits, and looks again.
  await client.query(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
      SELECT 'ADHERENT', 'EN_ATTENTE', id, '', prenom || ' ' || nom FROM personnes WHERE id = $1
        ON CONFLICT (personne_id) DO UPDATE SET nom_affiche = comptes.nom_affiche`,
    [protegeId],
  )
  await passer(client, d, pas)
}

interface Convenu {
  readonly protegeId: string | null
  readonly delegueId: string | null
  readonly etendue: EtendueDelegation
  readonly au: DateCivile | null
}

/** The mutuelle has seen the title: to whom it gives which right, until when. @throws {SaisieRefusee} */
export async function accorderDelegation(acteur: PorteeGestion, accord: Accord): Promise<void> {
  const instant = instantMetier()
  await ecrire(SYSTEME, async (client) => {
    const d = await lockDelegation(client, accord.delegation)
    const cote = d === null ? null : coteDe(acteur, null, d)
    if (d === null || cote === null || !peutPasser('ACCORDER', cote, d))
      return refuser(PHRASES_DELEGATION.INTROUVABLE)
    const au = await termeDuTitre(client, d.motif, accord.protege, accord.au ?? d.au)
    const { etendue, protege: protegeId, raison } = accord
    await commencer(client, d, {
      passage: 'ACCORDER',
      acteur,
      instant,
      raison,
      ecrit: { protegeId, delegueId: d.delegueId, etendue, au },
    })
  })
}

/** A judgment that came on paper: the one who will act is told by mail, and accepts. @throws {SaisieRefusee} */
export async function inscrireMesure(acteur: PorteeGestion, mesure: Mesure): Promise<void> {
  if (!peutDecider(acteur)) refuser(PHRASES_DELEGATION.INTROUVABLE)
  const instant = instantMetier()
  await ecrire(SYSTEME, async (client) => {
    const protegeId = await loadPersonneNommee(client, mesure)
    if (protegeId === null) return refuser(PHRASES_DELEGATION.PERSONNE_INCONNUE, 'numeroAdherent')
    const au = await termeDuTitre(client, mesure.motif, protegeId, mesure.au)
    const { jeton, secret } = await lienPour(client, mesure.email)
    await proposer(
      client,
      acteur,
      {
        motif: mesure.motif,
        etendue: mesure.etendue,
        protegeId,
        delegueId: null,
        inviteEmail: mesure.email,
        jeton,
        designation: { par: 'GESTION', qui: mesure.qui },
        depotId: null,
        au,
        expireLe: fin(instant),
        raison: mesure.raison,
      },
      instant,
    )
    await inviter(client, { a: mesure.email, secret, qui: signature().nom })
    await alerterPersonneProtegee(client, protegeId, instant)
  })
}

async function termeDuTitre(
  client: Ecriture,
  motif: MotifDelegation,
  protegeId: string,
  au: DateCivile | null,
): Promise<DateCivile> {
  const naissance = await loadNaissance(client, protegeId)
  if (naissance === null) return refuser(PHRASES_DELEGATION.PROTEGE, 'protege')
  const naissanceEnfant = motif === 'PARENT' ? naissance : null
  if (naissanceEnfant !== null && choisitSoiMeme(naissanceEnfant, aujourdhui()))
    refuser(PHRASES_DELEGATION.SEIZE_ANS)
  const terme = termeDelegation({ au, naissanceEnfant })
  if (terme === null) return refuser(PHRASES_DELEGATION.AU_JUGEMENT, 'au')
  if (terme < aujourdhui()) refuser(PHRASES_DELEGATION.FIN_AVANT, 'au')
  return terme
}
