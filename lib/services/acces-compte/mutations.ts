import type { GesteAcces, RoleCompte, StatutCompte } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_ACCES_COMPTE } from '@/lib/lexique/acces-compte'
import { instantEnMots } from '@/lib/lexique/attente'
import {
  courrielCompteRouvert,
  courrielCompteSuspendu,
  courrielConnexionsFermees,
} from '@/lib/lexique/courriels/acces-compte'
import type { Modele } from '@/lib/lexique/courriels/cadre'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { peutLever } from '../levee-facteurs/access'
import { fermerLesPortes } from '../portes/mutations'

interface Voulu {
  readonly compte: string
  /** The owner reads it. */
  readonly motif: string
}

interface Cible {
  readonly id: string
  readonly role: RoleCompte
  readonly statut: StatutCompte
  readonly email: string
}

const refuser = (message: string): never => {
  throw new SaisieRefusee({ champ: '', message })
}

/**
 * The account, held with that of whoever acts, always in the same order: of two administrators who suspend each other at once, the second
 * is no longer one. So whoever cuts off remains, and one administrator with them. @throws {SaisieRefusee}
 */
async function tenirCible(client: Ecriture, acteur: PorteeGestion, compteId: string): Promise<Cible> {
  if (compteId === acteur.compteId) return refuser(PHRASES_ACCES_COMPTE.SOI)
  const { rows } = await client.query<Cible>(
    'SELECT id, role, statut, email FROM comptes WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    [[compteId, acteur.compteId]],
  )
  const cible = rows.find(({ id }) => id === compteId)
  const auteur = rows.find(({ id }) => id === acteur.compteId)
  if (cible === undefined || auteur?.statut !== 'ACTIF' || !peutLever(auteur.role, cible.role))
    return refuser(PHRASES_ACCES_COMPTE.INTROUVABLE)
  return cible
}

const exigerOuvert = ({ statut }: Cible): void => {
  if (statut === 'SUSPENDU') refuser(PHRASES_ACCES_COMPTE.DEJA_SUSPENDU)
  if (statut !== 'ACTIF') refuser(PHRASES_ACCES_COMPTE.INTROUVABLE)
}

const adresse = (chemin: string): string => new URL(chemin, env().PORTAIL_URL).href
const faitsDe = (cible: Cible, instant: Date) => ({
  quand: instantEnMots(instant),
  membre: cible.role === 'ADHERENT',
  urlAcces: adresse('/acces-perdu'),
  urlConnexion: adresse('/connexion'),
})

/** Every session ends at its next request, and whatever was half opened; the password still opens. @throws {SaisieRefusee} */
export async function fermerConnexionsDe(acteur: PorteeGestion, voulu: Voulu, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const cible = await tenirCible(client, acteur, voulu.compte)
    exigerOuvert(cible)
    const { courrielAbandonne } = await fermerLesPortes(client, cible.id, { par: acteur, instant })
    const modele = courrielConnexionsFermees({ ...faitsDe(cible, instant), courrielAbandonne }, signature())
    await noter(client, acteur, { cible, geste: 'CONNEXIONS_FERMEES', motif: voulu.motif, modele, instant })
  })
}

/** Nothing opens the account any more, neither a session nor the password, until it is opened again. @throws {SaisieRefusee} */
export async function suspendreCompte(acteur: PorteeGestion, voulu: Voulu, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const cible = await tenirCible(client, acteur, voulu.compte)
    exigerOuvert(cible)
    await client.query(`UPDATE comptes SET statut = 'SUSPENDU' WHERE id = $1`, [cible.id])
    await fermerLesPortes(client, cible.id, { par: acteur, instant })
    const modele = courrielCompteSuspendu(faitsDe(cible, instant), signature())
    await noter(client, acteur, { cible, geste: 'SUSPENSION', motif: voulu.motif, modele, instant })
  })
}

/** What staff suspended opens again, with the same password; what was erased does not. @throws {SaisieRefusee} */
export async function rouvrirCompte(acteur: PorteeGestion, voulu: Voulu, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const cible = await tenirCible(client, acteur, voulu.compte)
    const { rowCount } = await client.query(
      `UPDATE comptes SET statut = 'ACTIF' WHERE id = $1 AND statut = 'SUSPENDU'
        AND EXISTS (SELECT FROM interventions_compte i WHERE i.compte_id = $1 AND i.geste = 'SUSPENSION')`,
      [cible.id],
    )
    if (rowCount !== 1) refuser(PHRASES_ACCES_COMPTE.PAS_SUSPENDU)
    const modele = courrielCompteRouvert(faitsDe(cible, instant), signature())
    await noter(client, acteur, { cible, geste: 'REOUVERTURE', motif: voulu.motif, modele, instant })
  })
}

const ACTES: Readonly<Record<GesteAcces, ActeJournal>> = {
  CONNEXIONS_FERMEES: 'CONNEXIONS_FERMEES',
  SUSPENSION: 'COMPTE_SUSPENDU',
  REOUVERTURE: 'COMPTE_ROUVERT',
}

interface Faite {
  readonly cible: Cible
  readonly geste: GesteAcces
  readonly motif: string
  readonly modele: Modele
  readonly instant: Date
}

/** The reason in its row, the line in the journal, the mail to the owner: all three, or nothing was done. */
async function noter(
  client: Ecriture,
  acteur: PorteeGestion,
  { cible, geste, motif, modele, instant }: Faite,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO interventions_compte (compte_id, geste, faite_par, faite_le, motif) VALUES ($1, $2, $3, $4, $5) RETURNING id',
    [cible.id, geste, acteur.compteId, instant, motif],
  )
  await envoyerCourriel(client, cible.email, modele, cible.id)
  await journaliser(client, {
    acte: ACTES[geste],
    compteId: acteur.compteId,
    role: acteur.role,
    objetType: 'compte',
    objetId: cible.id,
    resultat: 'FAIT',
    donnees: { intervention: rows[0]?.id ?? null },
  })
}
