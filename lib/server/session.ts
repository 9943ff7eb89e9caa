import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { cheminInterne } from './chemin'
import { maintenant } from './clock'
import { ecrire } from './db'
import { ENTETE_CHEMIN } from './entetes'
import { env } from './env'
import { desceller, sceller, type UsageScelle } from './jeton-scelle'
import { journaliser } from './journal'
import { type Acteur, type PorteeAdherent, type PorteeGestion, type RoleGestion, SYSTEME } from './portee'
import { DUREE_ABSOLUE, reconnaitreSession, regarderSession, type SessionCourante } from './sessions'
import { adresseDe, appareilDe, type Visite } from './visite'

/** The only module of lib that knows there is a request. */
const JOUR = 24 * 3600
const DUREES: Readonly<Record<UsageScelle, number>> = {
  session: DUREE_ABSOLUE / 1000,
  inscription: 1800,
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
export async function finDeSession(): Promise<{ readonly compteId: string; readonly finLe: Date } | null> {
  const secret = await lireCookie('session')
  return secret === null ? null : regarderSession(secret, maintenant())
}

export const acteurCourant = async (): Promise<Acteur | null> => (await sessionCourante())?.acteur ?? null

export async function exigerAdherent(): Promise<PorteeAdherent> {
  const session = await sessionCourante()
  if (session === null) return demanderConnexion()
  if (session.acteur.type === 'ADHERENT') return session.acteur
  if (session.regard === null) notFound()
  await noterRegard(session.sessionId)
  return session.regard.portee
}

/** Each page that staff looks at in somebody's space is in the journal, once a request. */
const noterRegard = cache(async (_sessionId: string): Promise<void> => {
  const session = await sessionCourante()
  if (session === null || session.regard === null || session.acteur.type !== 'GESTION') return
  const chemin = cheminInterne((await headers()).get(ENTETE_CHEMIN))?.split('?')[0] ?? ''
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
  if (acteur.type !== 'GESTION' || (roles.length > 0 && !roles.includes(acteur.role))) notFound()
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
    appareilConnu: await lireCookie('appareil'),
    instant: maintenant(),
  }
}

/** After a login: the secret of the new session goes into the cookie, and the browser is remembered for that account. */
export async function retenirSession(secret: string, compteId: string): Promise<void> {
  await poserCookie('session', secret)
  await poserCookie('appareil', compteId)
}

export const oublierSession = (): Promise<void> => oterCookie('session')

/** Creating an account takes several pages: between them, the person whose card was recognised. */
export const retenirInscription = (personneId: string): Promise<void> =>
  poserCookie('inscription', personneId)
export const inscriptionCourante = (): Promise<string | null> => lireCookie('inscription')
export const oublierInscription = (): Promise<void> => oterCookie('inscription')
