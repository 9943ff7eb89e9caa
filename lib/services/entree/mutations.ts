import type { RoleCompte } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { instantEnMots } from '@/lib/lexique/attente'
import { courrielNouvelAppareil, courrielSecondFacteurRefuse } from '@/lib/lexique/courriels/facteurs'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { empreinte, secretAleatoire } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { compterEssai, FREIN_FACTEUR, oublierEssais } from '@/lib/server/frein'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { SYSTEME } from '@/lib/server/portee'
import { ouvrirSession } from '@/lib/server/sessions'
import { appareilConnu, type Visite } from '@/lib/server/visite'
import { defierCle } from '../cle-acces/mutations'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { type Moyen, secondPas } from '../facteur/access'
import { loadNatures } from '../facteur/data'
import { commencerTotp, confirmerTotp } from '../facteur/mutations'
import { annulerLevee, appliquerLevee } from '../levee-facteurs/mutations'
import { cleDesEssais, type Preuve, prouverFacteur, refusDePreuve } from '../preuve-facteur/mutations'
import { type EntreeLue, tenirEntree } from './data'

interface CompteQuiEntre {
  readonly id: string
  readonly role: RoleCompte
}

interface Ouverte {
  readonly etat: 'OUVERTE'
  /** Of the session. */
  readonly secret: string
  readonly compteId: string
  readonly role: RoleCompte
}

/** What one proof gives: a session, or a step that waits for the second proof (or for a factor to be made). */
export type Entree =
  | Ouverte
  | (Omit<Ouverte, 'etat'> & {
      readonly etat: 'SECOND_PAS'
      /** `secret` is that of the step: it opens no session. */
      readonly pas: 'PROUVER' | 'ENROLER'
    })

const DUREE_ENTREE = 30 * 60_000

/**
 * The one door. Every way in (password, outside identity, reset, activation) ends here, in the transaction of its first proof; whether one
 * proof is enough is decided here and nowhere else.
 */
export async function entrer(
  client: Ecriture,
  compte: CompteQuiEntre,
  moyen: Moyen,
  visite: Visite,
): Promise<Entree> {
  await appliquerLevee(client, compte.id, visite.instant)
  const pas = secondPas(compte.role, await loadNatures(client, compte.id), moyen)
  const { id: compteId, role } = compte
  if (pas === 'AUCUN')
    return { etat: 'OUVERTE', secret: await ouvrir(client, compte, { moyen }, visite), compteId, role }
  const secret = secretAleatoire()
  await client.query(
    'INSERT INTO entrees_en_attente (compte_id, empreinte, moyen, cree_le, expire_le) VALUES ($1, $2, $3, $4, $5)',
    [compteId, empreinte(secret), moyen, visite.instant, new Date(visite.instant.getTime() + DUREE_ENTREE)],
  )
  if (!appareilConnu(visite, compteId))
    await noterPas(client, 'PREMIER_PAS', { compteId, role, moyen }, visite)
  return { etat: 'SECOND_PAS', pas, secret, compteId, role }
}

async function ouvrir(
  client: Ecriture,
  { id, role }: CompteQuiEntre,
  donnees: Readonly<Record<string, string>>,
  visite: Visite,
): Promise<string> {
  if (!appareilConnu(visite, id)) await prevenirNouvelAppareil(client, id, visite)
  const secret = await ouvrirSession(client, id, visite.appareil, visite.instant)
  await journaliser(client, {
    acte: 'CONNEXION',
    compteId: id,
    role,
    objetType: 'compte',
    objetId: id,
    resultat: 'FAIT',
    donnees: { ...donnees, appareil: visite.appareil },
  })
  return secret
}

/** The first device of an account is nobody's surprise. */
async function prevenirNouvelAppareil(client: Ecriture, compteId: string, visite: Visite): Promise<void> {
  const { rows } = await client.query<{ email: string }>(
    'SELECT email FROM comptes c WHERE id = $1 AND EXISTS (SELECT FROM sessions s WHERE s.compte_id = c.id)',
    [compteId],
  )
  const [compte] = rows
  if (compte === undefined) return
  const modele = courrielNouvelAppareil(
    { appareil: visite.appareil, quand: instantEnMots(visite.instant), urlAcces: adresseAcces() },
    signature(),
  )
  await envoyerCourriel(client, compte.email, modele, compteId)
}

const adresseAcces = (): string => new URL('/acces-perdu', env().PORTAIL_URL).href

const expiree = () => new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.ENTREE_EXPIREE })

/** The second proof: the step ends and the session opens, once. @throws {SaisieRefusee} @throws {TropDEssais} */
export async function franchirSecondPas(secret: string, preuve: Preuve, visite: Visite): Promise<Ouverte> {
  const vue = await ecrire(SYSTEME, (client) => tenirEntree(client, secret, visite.instant))
  if (vue === null) throw expiree()
  const cle = cleDesEssais(vue.compteId, visite)
  await compterEssai(cle, FREIN_FACTEUR, visite.instant)
  const ouverte = await ecrire(SYSTEME, async (client) => {
    const entree = await tenirEntree(client, secret, visite.instant)
    if (entree === null) throw expiree()
    const nature = await prouverFacteur(client, entree.compteId, preuve, { porteur: entree.id, visite })
    if (nature === null) {
      await prevenirRefus(client, entree, visite)
      await refuser(client, entree, visite)
      return null
    }
    await annulerLevee(client, entree.compteId, visite.instant)
    await oublierEssais(client, cle)
    return finirEntree(client, entree, nature, visite)
  })
  if (ouverte === null) throw refusDePreuve(preuve)
  return ouverte
}

/** What a passkey of the account that waits must sign, as JSON. @throws {SaisieRefusee} */
export const defierEntree = (secret: string, instant: Date): Promise<string> =>
  ecrire(SYSTEME, async (client) => {
    const entree = await tenirEntree(client, secret, instant)
    if (entree === null) throw expiree()
    const cadre = { porteur: entree.id, usage: 'CONNEXION', instant } as const
    return JSON.stringify(await defierCle(client, entree.compteId, cadre))
  })

/** Enrolment before any session: only for an account that has no factor, else one proof would be enough to add one. */
async function exigerEnrolement(client: Ecriture, secret: string, instant: Date): Promise<EntreeLue> {
  const entree = await tenirEntree(client, secret, instant)
  if (entree === null) throw expiree()
  const natures = await loadNatures(client, entree.compteId)
  if (secondPas(entree.role, natures, entree.moyen) !== 'ENROLER') throw expiree()
  return entree
}

/** A seed for whoever must have a factor and has none. @throws {SaisieRefusee} */
export const commencerEnrolement = (secret: string, instant: Date): Promise<string> =>
  ecrire(SYSTEME, async (client) => {
    const { compteId } = await exigerEnrolement(client, secret, instant)
    return commencerTotp(client, compteId, instant)
  })

/** Its first code: the factor is made, the session opens. @throws {SaisieRefusee} @throws {TropDEssais} */
export async function finirEnrolement(secret: string, code: string, visite: Visite): Promise<Ouverte> {
  const vue = await ecrire(SYSTEME, (client) => exigerEnrolement(client, secret, visite.instant))
  const cle = cleDesEssais(vue.compteId, visite)
  await compterEssai(cle, FREIN_FACTEUR, visite.instant)
  const issue = await ecrire(SYSTEME, async (client) => {
    const entree = await exigerEnrolement(client, secret, visite.instant)
    const refus = await essayerCode(client, entree, code, visite)
    if (refus !== null) return refus
    await oublierEssais(client, cle)
    return finirEntree(client, entree, 'TOTP', visite)
  })
  if (issue instanceof SaisieRefusee) throw issue
  return issue
}

/** A refusal is written, and so is not thrown here. */
async function essayerCode(
  client: Ecriture,
  entree: EntreeLue,
  code: string,
  visite: Visite,
): Promise<SaisieRefusee | null> {
  try {
    await confirmerTotp(client, entree.compteId, code, visite)
    return null
  } catch (erreur) {
    if (!(erreur instanceof SaisieRefusee)) throw erreur
    await refuser(client, entree, visite)
    return erreur
  }
}

/** The step is over: by a factor proven, or by the one just made. */
async function finirEntree(
  client: Ecriture,
  entree: EntreeLue,
  facteur: string,
  visite: Visite,
): Promise<Ouverte> {
  await client.query('UPDATE entrees_en_attente SET finie_le = $2 WHERE id = $1', [entree.id, visite.instant])
  const { compteId, role, moyen } = entree
  const secret = await ouvrir(client, { id: compteId, role }, { moyen, facteur }, visite)
  return { etat: 'OUVERTE', secret, compteId, role }
}

async function refuser(client: Ecriture, entree: EntreeLue, visite: Visite): Promise<void> {
  log.warn({ evenement: 'second-facteur-refuse', compte: entree.compteId })
  await noterPas(client, 'SECOND_FACTEUR_REFUSE', entree, visite)
}

/** What the owner reads of a way in that stopped half-way. */
const noterPas = (
  client: Ecriture,
  acte: 'PREMIER_PAS' | 'SECOND_FACTEUR_REFUSE',
  { compteId, role, moyen }: Pick<EntreeLue, 'compteId' | 'role' | 'moyen'>,
  { appareil }: Visite,
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId,
    role,
    objetType: 'compte',
    objetId: compteId,
    resultat: acte === 'PREMIER_PAS' ? 'FAIT' : 'REFUSE',
    donnees: { moyen, appareil },
  })

const REPOS_ALERTE = 24 * 3600_000

/** Somebody has the first proof and not the second, on a device nobody knows: the owner hears of it, once a day. */
async function prevenirRefus(
  client: Ecriture,
  { compteId, moyen }: EntreeLue,
  visite: Visite,
): Promise<void> {
  if (appareilConnu(visite, compteId)) return
  // Of several refusals at once one writes; the account's own row is left to who closes its doors.
  await client.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('second-facteur-refuse:' || $1::text, 0))`,
    [compteId],
  )
  const { rows } = await client.query<{ email: string }>(
    `SELECT email FROM comptes c WHERE id = $1 AND NOT EXISTS (SELECT FROM courriels m
      WHERE m.compte_id = c.id AND m.modele = 'SECOND_FACTEUR_REFUSE' AND m.cree_le > $2)`,
    [compteId, new Date(visite.instant.getTime() - REPOS_ALERTE)],
  )
  const [compte] = rows
  if (compte === undefined) return
  const { appareil, instant } = visite
  const modele = courrielSecondFacteurRefuse(
    { appareil, quand: instantEnMots(instant), urlAcces: adresseAcces(), parMotDePasse: moyen !== 'OIDC' },
    signature(),
  )
  await envoyerCourriel(client, compte.email, modele, compteId)
}
