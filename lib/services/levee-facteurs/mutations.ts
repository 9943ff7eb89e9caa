import type { RoleCompte } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { instantEnMots } from '@/lib/lexique/attente'
import { courrielLeveeDemandee, courrielLeveeFaite } from '@/lib/lexique/courriels/facteurs'
import { PHRASES_LEVEE } from '@/lib/lexique/facteurs'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { revoquerSessions } from '@/lib/server/sessions'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { loadNatures } from '../facteur/data'
import { peutLever } from './access'

interface LeveeLue {
  readonly id: string
  readonly role: string
  readonly email: string
}

/** A loss whose time has come takes the factors off: at the next way in, so that nothing runs meanwhile. */
export async function appliquerLevee(client: Ecriture, compteId: string, instant: Date): Promise<void> {
  const { rows } = await client.query<LeveeLue>(
    `UPDATE levees_facteurs l SET faite_le = $2 FROM comptes c
      WHERE c.id = l.compte_id AND l.compte_id = $1 AND l.faite_le IS NULL AND l.annulee_le IS NULL
        AND (l.effet_le <= $2 OR l.approuvee_par IS NOT NULL) RETURNING l.id, c.role, c.email`,
    [compteId, instant],
  )
  const [levee] = rows
  if (levee === undefined) return
  await retirerTout(client, compteId, levee.email, instant)
  await consigner(client, 'LEVEE_FAITE', compteId, levee.role, levee.id)
}

async function retirerTout(client: Ecriture, compteId: string, email: string, instant: Date): Promise<void> {
  await client.query('UPDATE facteurs SET retire_le = $2 WHERE compte_id = $1 AND retire_le IS NULL', [
    compteId,
    instant,
  ])
  await client.query(
    'UPDATE entrees_en_attente SET finie_le = $2 WHERE compte_id = $1 AND finie_le IS NULL',
    [compteId, instant],
  )
  await revoquerSessions(client, compteId, instant)
  const urlAcces = new URL('/acces-perdu', env().PORTAIL_URL).href
  const modele = courrielLeveeFaite({ quand: instantEnMots(instant), urlAcces }, signature())
  await envoyerCourriel(client, email, modele, compteId)
}

/**
 * The last resort, from the server's own console: whoever types there owns the base. For an administrator whom no other can help.
 * False when no staff account with a factor answers to this address.
 */
export const leverDepuisLeServeur = (email: string, instant: Date): Promise<boolean> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string; role: string }>(
      `SELECT id, role FROM comptes WHERE email = $1 AND role <> 'ADHERENT' AND statut = 'ACTIF' FOR UPDATE`,
      [email],
    )
    const [compte] = rows
    if (compte === undefined || (await loadNatures(client, compte.id)).length === 0) return false
    await retirerTout(client, compte.id, email, instant)
    await journaliser(client, {
      acte: 'LEVEE_FAITE',
      compteId: null,
      role: 'SERVEUR',
      objetType: 'compte',
      objetId: compte.id,
      resultat: 'FAIT',
    })
    return true
  })

/** Whoever proves their factor has not lost it. */
export async function annulerLevee(client: Ecriture, compteId: string, instant: Date): Promise<void> {
  const { rows } = await client.query<{ id: string; role: string }>(
    `UPDATE levees_facteurs l SET annulee_le = $2 FROM comptes c
      WHERE c.id = l.compte_id AND l.compte_id = $1 AND l.faite_le IS NULL AND l.annulee_le IS NULL RETURNING l.id, c.role`,
    [compteId, instant],
  )
  const [levee] = rows
  if (levee !== undefined) await consigner(client, 'LEVEE_ANNULEE', compteId, levee.role, levee.id)
}

interface Demande {
  readonly compte: string
  readonly verifie: readonly string[]
  readonly motif: string
}

const refuser = (message: string): never => {
  throw new SaisieRefusee({ champ: '', message })
}

/** The account, held; @throws {SaisieRefusee} when it is not for this member of the staff to free. */
async function tenirCible(client: Ecriture, acteur: PorteeGestion, compteId: string) {
  const { rows } = await client.query<{ role: RoleCompte; email: string }>(
    `SELECT role, email FROM comptes WHERE id = $1 AND statut = 'ACTIF' FOR UPDATE`,
    [compteId],
  )
  const [cible] = rows
  if (cible === undefined || compteId === acteur.compteId || !peutLever(acteur.role, cible.role))
    return refuser(PHRASES_LEVEE.INTROUVABLE)
  return cible
}

const DELAI_MS = 24 * 3600_000

/** Somebody lost their factor, and who they are was verified. It is taken off in 24 hours; they are told now. @throws {SaisieRefusee} */
export async function demanderLevee(
  acteur: PorteeGestion,
  { compte, verifie, motif }: Demande,
  instant: Date,
): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const { email } = await tenirCible(client, acteur, compte)
    if ((await loadNatures(client, compte)).length === 0) refuser(PHRASES_LEVEE.INTROUVABLE)
    const effet = new Date(instant.getTime() + DELAI_MS)
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO levees_facteurs (compte_id, demandee_par, demandee_le, verifie, motif, effet_le)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [compte, acteur.compteId, instant, [...new Set(verifie)], motif, effet],
    )
    const id = rows[0]?.id
    if (id === undefined) return refuser(PHRASES_LEVEE.DEJA)
    const alerte = {
      quand: instantEnMots(instant),
      effet: instantEnMots(effet),
      urlConnexion: new URL('/connexion', env().PORTAIL_URL).href,
    }
    await envoyerCourriel(client, email, courrielLeveeDemandee(alerte, signature()), compte)
    await consigner(client, 'LEVEE_DEMANDEE', acteur.compteId, acteur.role, id)
  })
}

/** A second person approves: it is taken off now. @throws {SaisieRefusee} */
export async function approuverLevee(acteur: PorteeGestion, compteId: string, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    await tenirCible(client, acteur, compteId)
    const { rows } = await client.query<{ id: string; par: string }>(
      `SELECT id, demandee_par AS par FROM levees_facteurs WHERE compte_id = $1 AND faite_le IS NULL AND annulee_le IS NULL FOR UPDATE`,
      [compteId],
    )
    const [levee] = rows
    if (levee === undefined) return refuser(PHRASES_LEVEE.INTROUVABLE)
    if (levee.par === acteur.compteId) return refuser(PHRASES_LEVEE.A_DEUX)
    await client.query('UPDATE levees_facteurs SET approuvee_par = $2 WHERE id = $1', [
      levee.id,
      acteur.compteId,
    ])
    await consigner(client, 'LEVEE_APPROUVEE', acteur.compteId, acteur.role, levee.id)
    await appliquerLevee(client, compteId, instant)
  })
}

/** Staff gives it up: the factor was found, or it was not the person. @throws {SaisieRefusee} */
export async function renoncerLevee(acteur: PorteeGestion, compteId: string, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    await tenirCible(client, acteur, compteId)
    const { rows } = await client.query<{ id: string }>(
      `UPDATE levees_facteurs SET annulee_le = $2 WHERE compte_id = $1 AND faite_le IS NULL AND annulee_le IS NULL RETURNING id`,
      [compteId, instant],
    )
    const id = rows[0]?.id
    if (id === undefined) return refuser(PHRASES_LEVEE.INTROUVABLE)
    await consigner(client, 'LEVEE_ANNULEE', acteur.compteId, acteur.role, id)
  })
}

const consigner = (
  client: Ecriture,
  acte: 'LEVEE_DEMANDEE' | 'LEVEE_APPROUVEE' | 'LEVEE_FAITE' | 'LEVEE_ANNULEE',
  compteId: string,
  role: string,
  objetId: string,
): Promise<void> =>
  journaliser(client, { acte, compteId, role, objetType: 'levee_facteurs', objetId, resultat: 'FAIT' })
