'use server'

import { revalidatePath } from 'next/cache'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { creerAction } from '@/lib/server/action'
import type { Acteur } from '@/lib/server/portee'
import { retenirSession, sessionCourante } from '@/lib/server/session'
import type { SessionCourante } from '@/lib/server/sessions'
import { defierPourSession } from '@/lib/services/cle-acces/mutations'
import { defiSchema } from '@/lib/services/facteur/schema'
import {
  ajouterApplication,
  ajouterCle,
  ajouterListe,
  commencerApplication,
  creerMaListe,
  preparerMaCle,
  retirerMonFacteur,
} from '@/lib/services/mes-facteurs/mutations'
import {
  applicationSchema,
  cleSchema,
  confirmationSchema,
  listeSchema,
  natureSchema,
  retraitSchema,
} from '@/lib/services/mes-facteurs/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'

const LIMITE = { libres: 60, fenetreSecondes: 3600, attenteSecondes: () => null }

async function maSession(acteur: Acteur): Promise<SessionCourante> {
  const session = await sessionCourante()
  if (session?.acteur.compteId !== acteur.compteId) throw new Error('session disparue')
  return session
}

const relire = (acteur: Acteur): void =>
  revalidatePath(acteur.type === 'ADHERENT' ? '/adherent/mon-compte' : '/gestion/mon-compte', 'layout')

/** After a factor was added or taken off: the session's new secret goes into the cookie. */
async function suivre(acteur: Acteur, secret: string, message: string) {
  await retenirSession(secret, acteur.compteId)
  relire(acteur)
  return { statut: 'FAIT', message } as const
}

/** A challenge for the passkey of whoever is logged in. */
export const defierMaCle = creerAction<'CONNECTE', typeof defiSchema, { readonly options: string }>({
  nom: 'facteur.defierMaCle',
  politique: 'CONNECTE',
  schema: defiSchema,
  limite: LIMITE,
  run: async (_saisie, { acteur, visite }) => {
    const { sessionId } = await maSession(acteur)
    const options = await defierPourSession(acteur, sessionId, visite.instant)
    return { statut: 'REPONSE', reponse: { options }, valeurs: {} }
  },
})

export const confirmerQueCestMoi = creerAction({
  nom: 'facteur.confirmerQueCestMoi',
  politique: 'CONNECTE',
  schema: confirmationSchema,
  run: async (preuve, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'IDENTITE', visite)
    relire(acteur)
    return { statut: 'FAIT', message: 'C’est bien vous : pendant cinq minutes, rien ne sera redemandé.' }
  },
})

export const commencerMonApplication = creerAction({
  nom: 'facteur.commencerMonApplication',
  politique: 'CONNECTE',
  schema: natureSchema,
  limite: LIMITE,
  run: async (_saisie, { acteur, visite }) => {
    await commencerApplication(await maSession(acteur), visite.instant)
    relire(acteur)
    return { statut: 'VIERGE' }
  },
})

export const ajouterMonApplication = creerAction({
  nom: 'facteur.ajouterMonApplication',
  politique: 'CONNECTE',
  schema: applicationSchema,
  run: async ({ codeApplication }, { acteur, visite }) =>
    suivre(
      acteur,
      await ajouterApplication(await maSession(acteur), codeApplication, visite.instant),
      PHRASES_FACTEUR.AJOUTE,
    ),
})

export const creerMesCodes = creerAction<
  'CONNECTE',
  typeof natureSchema,
  { readonly codes: readonly string[] }
>({
  nom: 'facteur.creerMesCodes',
  politique: 'CONNECTE',
  schema: natureSchema,
  limite: LIMITE,
  run: async (_saisie, { acteur, visite }) => {
    const codes = await creerMaListe(await maSession(acteur), visite.instant)
    relire(acteur)
    return { statut: 'REPONSE', reponse: { codes }, valeurs: {} }
  },
})

export const ajouterMaListe = creerAction({
  nom: 'facteur.ajouterMaListe',
  politique: 'CONNECTE',
  schema: listeSchema,
  limite: LIMITE,
  run: async ({ codeListe }, { acteur, visite }) =>
    suivre(
      acteur,
      await ajouterListe(await maSession(acteur), codeListe, visite.instant),
      PHRASES_FACTEUR.LISTE_AJOUTEE,
    ),
})

export const preparerUneCle = creerAction<'CONNECTE', typeof defiSchema, { readonly options: string }>({
  nom: 'facteur.preparerUneCle',
  politique: 'CONNECTE',
  schema: defiSchema,
  limite: LIMITE,
  run: async (_saisie, { acteur, visite }) => {
    const options = await preparerMaCle(await maSession(acteur), visite.instant)
    return { statut: 'REPONSE', reponse: { options }, valeurs: {} }
  },
})

export const ajouterMaCle = creerAction({
  nom: 'facteur.ajouterMaCle',
  politique: 'CONNECTE',
  schema: cleSchema,
  run: async ({ nom, cleAcces }, { acteur, visite }) =>
    suivre(
      acteur,
      await ajouterCle(await maSession(acteur), { nom, reponse: cleAcces }, visite.instant),
      PHRASES_FACTEUR.AJOUTE,
    ),
})

export const retirerUnFacteur = creerAction({
  nom: 'facteur.retirerUnFacteur',
  politique: 'CONNECTE',
  schema: retraitSchema,
  run: async ({ facteur }, { acteur, visite }) =>
    suivre(
      acteur,
      await retirerMonFacteur(await maSession(acteur), facteur, visite.instant),
      PHRASES_FACTEUR.RETIRE,
    ),
})
