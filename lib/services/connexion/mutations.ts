import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_CONNEXION } from '@/lib/lexique/acces'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { compterEssai, FREIN_ADRESSE, FREIN_COMPTE, oublierEssais, rendreEssai } from '@/lib/server/frein'
import { normaliserCodeAcces } from '@/lib/server/identifiant'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { aRehacher, hacher, verifierMotDePasse } from '@/lib/server/mot-de-passe'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { revoquerSession, revoquerSessions, type SessionCourante } from '@/lib/server/sessions'
import { appareilConnu, type Visite } from '@/lib/server/visite'
import { type Entree, entrer } from '../entree/mutations'
import { cibleEssayee, surveillerEssais } from '../essais-repartis/mutations'
import { type CompteConnu, designerCompte } from './access'
import { comptesDesignes } from './data'

const cleAdresse = (visite: Visite): string => `connexion:adresse:${visite.adresse}`

export const cleDuCompte = (compteId: string): string => `connexion:compte:${compteId}`

/** A known device has its own count, so that somebody else's guesses do not keep the owner out. */
function cleCompte(compte: CompteConnu | null, identifiant: string, visite: Visite): string {
  if (compte === null)
    return `connexion:identifiant:${normaliserEmail(identifiant) ?? normaliserCodeAcces(identifiant)}`
  return appareilConnu(visite, compte.id)
    ? `connexion:appareil:${compte.id}:${visite.adresse}`
    : cleDuCompte(compte.id)
}

/**
 * Proves a password; the session opens at once, or after the second proof (lib/services/entree). Same work and same sentence whether the account exists or not.
 * @throws {SaisieRefusee} @throws {TropDEssais}
 */
export async function seConnecter(
  saisie: { readonly identifiant: string; readonly motDePasse: string },
  visite: Visite,
): Promise<Entree> {
  await compterEssai(cleAdresse(visite), FREIN_ADRESSE, visite.instant)
  const compte = designerCompte(await comptesDesignes(saisie.identifiant))
  const cle = cleCompte(compte, saisie.identifiant, visite)
  await compterEssai(cle, FREIN_COMPTE, visite.instant)
  const juste = await verifierMotDePasse(compte?.motDePasse ?? null, saisie.motDePasse)
  if (compte === null || !juste) {
    await refuser(compte, saisie.identifiant, visite)
    throw new SaisieRefusee({ champ: '', message: phraseEchec(saisie.identifiant) })
  }
  if (compte.statut !== 'ACTIF') {
    await refuser(compte, saisie.identifiant, visite, compte.statut)
    throw new SaisieRefusee({ champ: '', message: PHRASES_CONNEXION[compte.statut] })
  }
  const rehache =
    compte.motDePasse !== null && aRehacher(compte.motDePasse) ? await hacher(saisie.motDePasse) : null
  return ecrire(SYSTEME, async (client) => {
    if (!(await tenirOuvert(client, compte, saisie.motDePasse)))
      throw new SaisieRefusee({ champ: '', message: phraseEchec(saisie.identifiant) })
    if (rehache !== null) await remplacerHache(client, compte, rehache)
    await oublierEssais(client, cle)
    await rendreEssai(client, cleAdresse(visite))
    return entrer(client, compte, 'MOT_DE_PASSE', visite)
  })
}

/**
 * While the password was being verified its owner may have changed it, or staff suspended the account: nobody would close what it opens
 * now. A hash that another login redid meanwhile is of the same password.
 */
async function tenirOuvert(client: Ecriture, compte: CompteConnu, motDePasse: string): Promise<boolean> {
  const { rows } = await client.query<{ hache: string | null }>(
    `SELECT mot_de_passe AS hache FROM comptes WHERE id = $1 AND statut = 'ACTIF' FOR NO KEY UPDATE`,
    [compte.id],
  )
  const [lu] = rows
  if (lu === undefined) return false
  return lu.hache === compte.motDePasse || verifierMotDePasse(lu.hache, motDePasse)
}

/** In the transaction that holds the account. */
async function remplacerHache(client: Ecriture, compte: CompteConnu, hache: string): Promise<void> {
  await client.query('UPDATE comptes SET mot_de_passe = $2 WHERE id = $1', [compte.id, hache])
}

const phraseEchec = (identifiant: string): string =>
  identifiant.includes('@') ? PHRASES_CONNEXION.echecParEmail : PHRASES_CONNEXION.echecParCode

/** @param motif the password was the right one, and the account opens nothing. */
async function refuser(
  compte: CompteConnu | null,
  identifiant: string,
  { appareil }: Visite,
  motif: string | null = null,
): Promise<void> {
  log.warn({ evenement: 'connexion-refusee', compte: compte?.id ?? null })
  await ecrire(SYSTEME, async (client) => {
    await journaliser(client, {
      acte: 'CONNEXION_REFUSEE',
      compteId: compte?.id ?? null,
      role: compte?.role ?? 'INCONNU',
      objetType: 'compte',
      objetId: compte?.id ?? null,
      resultat: 'REFUSE',
      donnees: { cible: cibleEssayee(identifiant), appareil, ...(motif === null ? {} : { motif }) },
    })
    await surveillerEssais(client)
  })
}

/** Ends the session of this request. Its cookie opens nothing from now on. */
export async function seDeconnecter(session: SessionCourante, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const finie = await revoquerSession(client, session.acteur.compteId, session.sessionId, instant)
    if (finie) await consigner(client, session.acteur, 'DECONNEXION', session.sessionId)
  })
}

/** Ends one connection of one's own account. @throws {SaisieRefusee} when it is not there, or no longer. */
export async function fermerConnexion(acteur: Acteur, sessionId: string, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    if (!(await revoquerSession(client, acteur.compteId, sessionId, instant)))
      throw new SaisieRefusee({ champ: '', message: PHRASES_CONNEXION.connexionIntrouvable })
    await consigner(client, acteur, 'SESSION_REVOQUEE', sessionId)
  })
}

/** Ends every other connection of one's own account. */
export async function fermerAutresConnexions(session: SessionCourante, instant: Date): Promise<number> {
  return ecrire(SYSTEME, async (client) => {
    const { acteur, sessionId } = session
    const nombre = await revoquerSessions(client, acteur.compteId, instant, sessionId)
    if (nombre > 0) await consigner(client, acteur, 'SESSION_REVOQUEE', null, { nombre })
    return nombre
  })
}

const JOUR = 24 * 3600_000
/** How long what is over is kept, to answer « who was connected? »; the journal keeps the acts themselves. */
const GARDE_SESSIONS = 30 * JOUR
const GARDE_FREINS = 2 * JOUR

/** Erases sessions, links and throttles that have long been over. */
export async function purgerAcces(instant: Date): Promise<void> {
  const avant = (duree: number) => [new Date(instant.getTime() - duree)]
  await ecrire(SYSTEME, async (client) => {
    await client.query('DELETE FROM sessions WHERE expire_le < $1', avant(GARDE_SESSIONS))
    await client.query('DELETE FROM jetons WHERE expire_le < $1', avant(GARDE_SESSIONS))
    await client.query('DELETE FROM entrees_en_attente WHERE expire_le < $1', avant(GARDE_FREINS))
    await client.query('DELETE FROM defis WHERE expire_le < $1', avant(GARDE_FREINS))
    await client.query('DELETE FROM freins WHERE greatest(depuis, bloque_jusqu) < $1', avant(GARDE_FREINS))
  })
}

const consigner = (
  client: Ecriture,
  acteur: Acteur,
  acte: 'DECONNEXION' | 'SESSION_REVOQUEE',
  objetId: string | null,
  donnees: Record<string, number> = {},
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId: acteur.compteId,
    role: acteur.type === 'GESTION' ? acteur.role : 'ADHERENT',
    objetType: 'session',
    objetId,
    resultat: 'FAIT',
    donnees,
  })
