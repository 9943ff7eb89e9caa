'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import type { Acteur } from '@/lib/server/portee'
import { retenirSession, sessionCourante } from '@/lib/server/session'
import { fermerAutresConnexions, fermerConnexion } from '@/lib/services/connexion/mutations'
import { autresSessionsSchema, sessionSchema } from '@/lib/services/connexion/schema'
import { changerMonMotDePasse } from '@/lib/services/mot-de-passe/mutations'
import { changementSchema } from '@/lib/services/mot-de-passe/schema'

const pageDe = (acteur: Acteur): string =>
  acteur.type === 'ADHERENT' ? '/adherent/mon-compte' : '/gestion/mon-compte'

export const fermerUneConnexion = creerAction({
  nom: 'connexion.fermerUneConnexion',
  politique: 'CONNECTE',
  schema: sessionSchema,
  run: async ({ session }, { acteur, visite }) => {
    await fermerConnexion(acteur, session, visite.instant)
    redirect(`${pageDe(acteur)}/connexions?info=fermee`)
  },
})

export const fermerLesAutresConnexions = creerAction({
  nom: 'connexion.fermerLesAutresConnexions',
  politique: 'CONNECTE',
  schema: autresSessionsSchema,
  run: async (_saisie, { acteur, visite }) => {
    const session = await sessionCourante()
    if (session !== null) await fermerAutresConnexions(session, visite.instant)
    redirect(`${pageDe(acteur)}/connexions?info=fermees`)
  },
})

export const changerMotDePasse = creerAction({
  nom: 'connexion.changerMotDePasse',
  politique: 'CONNECTE',
  schema: changementSchema,
  run: async (saisie, { acteur, visite }) => {
    const session = await sessionCourante()
    if (session === null) throw new Error('session disparue')
    await retenirSession(await changerMonMotDePasse(session, saisie, visite), acteur.compteId)
    redirect(`${pageDe(acteur)}?info=mot-de-passe`)
  },
})
