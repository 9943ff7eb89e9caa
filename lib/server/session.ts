import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { cheminInterne } from './chemin'
import { maintenant } from './clock'
import { ecrire } from './db'
import { ENTETE_CHEMIN, ENTETE_REQUETE } from './entetes'
import { env } from './env'
import { desceller, sceller, type UsageScelle } from './jeton-scelle'
import { journaliser } from './journal'
import { type Acteur, type PorteeAdherent, type PorteeGestion, type RoleGestion, SYSTEME } from './portee'
import { fournirRequete } from './requete'
import {
  DUREE_ABSOLUE,
  reconnaitreSession,
  regarderSession,
  type SessionCourante,
  type SessionRegardee,
} from './sessions'
import { refuserPage } from './traces'
import { adresseDe, appareilDe, connaitre, type Visite } from './visite'

/** The only module of lib that knows there is a request, with lib/server/traces. */
fournirRequete(async () => {
  try {
    return (await headers()).get(ENTETE_REQUETE)
  } catch {
    // Outside a request: a script, a job, the start of the server.
    return null
  }
})

const JOUR = 24 * 3600
const DUREES: Readonly<Record<UsageScelle, number>> = {
  session: DUREE_ABSOLUE / 1000,
  inscription: 1800,
  entree: 1800,
  externe: 1800,
  sortie: DUREE_ABSOLUE / 1000,
  appareil: 180 * JOUR,
}

const publicEnHttps = (): boolean => env().PORTAIL_URL.startsWith('https://')
/** Over plain http a browser drops `__Host-` and Secure cookies, except on localhost. */
const nomCookie = (usage: UsageScelle): string => `${publicEnHttps() ? '__Host-' : ''}portail-${usage}`

async function lireCookie(usage: UsageScelle): Promise<string | null> {
  const texte = (await cookies()).get(nomCookie(usage))?.value
  const jeton = await desceller(usage, texte)
  return typeof jeton?.sub === 'string' ? jeton.sub : null
}

async function poserCookie(usage: UsageScelle, sujet: string): Promise<void> {
  const duree = DUREES[usage]
  const options = {
    httpOnly: true,
    secure: publicEnHttps(),
    sameSite: 'lax',
    path: '/',
    maxAge: duree,
  } as const
  ;(await cookies()).set(nomCookie(usage), await sceller(usage, { sub: sujet }, duree), options)
}

async function oterCookie(usage: UsageScelle): Promise<void> {
  const options = { httpOnly: true, secure: publicEnHttps(), sameSite: 'lax', path: '/', maxAge: 0 } as const
  ;(await cookies()).set(nomCookie(usage), '', options)
}

/** Who is there, once per request. */
export const sessionCourante = cache(async (): Promise<SessionCourante | null> => {
  const secret = await lireCookie('session')
  return secret === null ? null : reconnaitreSession(secret, maintenant())
})

/** Until when, without making it last: what a page asks that warns of the end. */
export async function finDeSession(): Promise<SessionRegardee | null> {
  const secret = await lireCookie('session')
  return secret === null ? null : regarderSession(secret, maintenant())
}

export const acteurCourant = async (): Promise<Acteur | null> => (await sessionCourante())?.acteur ?? null

export async function exigerAdherent(): Promise<PorteeAdherent> {
  const session = await sessionCourante()
  if (session === null) return demanderConnexion()
  if (session.acteur.type === 'ADHERENT')
    return session.pourAutrui === null ? session.acteur : agirPour(session)
  if (session.regard === null) return refuserPage(session.acteur)
  await noterRegard(session.sessionId)
  return session.regard.portee
}

/** Whoever logged in, for themselves, even while they act for another: choosing for whom, coming back. */
export async function exigerSoi(): Promise<PorteeAdherent> {
  const acteur = await acteurCourant()
  if (acteur === null) return demanderConnexion()
  if (acteur.type !== 'ADHERENT') return refuserPage(acteur)
  return acteur
}

const AGIR = '/adherent/agir'
/** What is of the account and not of the person's file. */
const JAMAIS_DELEGUE = /^\/adherent\/mon-compte(\/|$)/

const cheminCourant = async (): Promise<string> =>
  cheminInterne((await headers()).get(ENTETE_CHEMIN))?.split('?')[0] ?? ''

/** The space of whom one acts for. One's own never takes its place unasked: a form meant for the other would be sent for oneself. */
async function agirPour(session: SessionCourante): Promise<PorteeAdherent> {
  const chemin = await cheminCourant()
  if (chemin === AGIR) return exigerSoi()
  if (session.pourAutrui?.portee == null) redirect(`${AGIR}?info=fini`)
  if (JAMAIS_DELEGUE.test(chemin)) redirect(`${AGIR}?info=compte`)
  await noterPageDeleguee(session.sessionId)
  return session.pourAutrui.portee
}

/** Each page seen for another is in the journal, once a request. */
const noterPageDeleguee = cache(async (_sessionId: string): Promise<void> => {
  const portee = (await sessionCourante())?.pourAutrui?.portee
  if (portee?.delegation === undefined) return
  const { delegation, personneId } = portee
  const chemin = await cheminCourant()
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte: 'PAGE_DELEGUEE',
      compteId: delegation.compteId,
      role: 'DELEGUE',
      objetType: 'personne',
      objetId: personneId,
      resultat: 'FAIT',
      donnees: { delegation: delegation.id, chemin },
    }),
  )
})

/** Each page that staff looks at in somebody's space is in the journal, once a request. */
const noterRegard = cache(async (_sessionId: string): Promise<void> => {
  const session = await sessionCourante()
  if (session === null || session.regard === null || session.acteur.type !== 'GESTION') return
  const chemin = await cheminCourant()
  const { compteId, role } = session.acteur
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte: 'PAGE_REGARDEE',
      compteId,
      role,
      objetType: 'personne',
      objetId: session.regard?.portee.personneId ?? null,
      resultat: 'FAIT',
      donnees: { chemin },
    }),
  )
})

/** @param roles who may; none = all the staff. Anybody else finds nothing there. */
export async function exigerGestion(...roles: readonly RoleGestion[]): Promise<PorteeGestion> {
  const acteur = await acteurCourant()
  if (acteur === null) return demanderConnexion()
  if (acteur.type !== 'GESTION' || (roles.length > 0 && !roles.includes(acteur.role)))
    return refuserPage(acteur)
  return acteur
}

async function demanderConnexion(): Promise<never> {
  const chemin = cheminInterne((await headers()).get(ENTETE_CHEMIN))
  const demande = new URLSearchParams(chemin === null ? {} : { retour: chemin })
  // A cookie that opens nothing any more: the session ended by itself, or from elsewhere.
  if ((await lireCookie('session')) !== null) demande.set('info', 'finie')
  redirect(demande.size === 0 ? '/connexion' : `/connexion?${demande}`)
}

export async function visiteCourante(): Promise<Visite> {
  const entetes = await headers()
  return {
    adresse: adresseDe(entetes.get('x-forwarded-for'), env().PORTAIL_RELAIS),
    appareil: appareilDe(entetes.get('user-agent')),
    comptesConnus: await comptesConnus(),
    instant: maintenant(),
  }
}

const comptesConnus = async (): Promise<readonly string[]> => (await lireCookie('appareil'))?.split(' ') ?? []

/** After a login: the secret of the new session goes into the cookie, and the browser is remembered for that account, beside the others. */
export async function retenirSession(secret: string, compteId: string): Promise<void> {
  await poserCookie('session', secret)
  await poserCookie('appareil', connaitre(await comptesConnus(), compteId).join(' '))
}

export const oublierSession = (): Promise<void> => oterCookie('session')

/** Creating an account takes several pages: between them, the person whose card was recognised. */
export const retenirInscription = (personneId: string): Promise<void> =>
  poserCookie('inscription', personneId)
export const inscriptionCourante = (): Promise<string | null> => lireCookie('inscription')
export const oublierInscription = (): Promise<void> => oterCookie('inscription')

/** Between the first proof and the second: the secret of the row that waits. */
export const retenirEntree = (secret: string): Promise<void> => poserCookie('entree', secret)
export const entreeCourante = (): Promise<string | null> => lireCookie('entree')
export const oublierEntree = (): Promise<void> => oterCookie('entree')

/** Away at an outside provider, or back from there and not linked yet: the secret of the step (lib/services/demarche-externe). */
export const retenirExterne = (secret: string): Promise<void> => poserCookie('externe', secret)
export const externeCourante = (): Promise<string | null> => lireCookie('externe')
export const oublierExterne = (): Promise<void> => oterCookie('externe')

/** The provider that wants to be told of the logout. */
export const retenirSortie = (secret: string): Promise<void> => poserCookie('sortie', secret)
export const sortieCourante = (): Promise<string | null> => lireCookie('sortie')
export const oublierSortie = (): Promise<void> => oterCookie('sortie')
