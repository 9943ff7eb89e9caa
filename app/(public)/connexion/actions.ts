'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { cheminInterne } from '@/lib/server/chemin'
import { maintenant } from '@/lib/server/clock'
import { retenirSession, sessionCourante } from '@/lib/server/session'
import { seConnecter as ouvrirConnexion, seDeconnecter } from '@/lib/services/connexion/mutations'
import { connexionSchema } from '@/lib/services/connexion/schema'

export const seConnecter = creerAction({
  nom: 'connexion.seConnecter',
  politique: 'PUBLIC',
  schema: connexionSchema,
  run: async (saisie, { visite }) => {
    const ouverte = await ouvrirConnexion(saisie, visite)
    const ancienne = await sessionCourante()
    if (ancienne !== null) await seDeconnecter(ancienne, maintenant())
    await retenirSession(ouverte.secret, ouverte.compteId)
    redirect(cheminInterne(saisie.retour) ?? (ouverte.role === 'ADHERENT' ? '/adherent' : '/gestion'))
  },
})
