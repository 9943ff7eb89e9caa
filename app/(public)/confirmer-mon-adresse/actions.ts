'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { confirmerAdresse, renvoyerConfirmation } from '@/lib/services/compte/mutations'
import { jetonSchema } from '@/lib/services/compte/schema'

export const confirmerMonAdresse = creerAction({
  nom: 'compte.confirmerMonAdresse',
  politique: 'PUBLIC',
  schema: jetonSchema,
  run: async ({ jeton }, { visite }) => {
    await confirmerAdresse(jeton, visite.instant)
    redirect('/connexion?info=adresse-confirmee')
  },
})

export const demanderNouvelleConfirmation = creerAction({
  nom: 'compte.demanderNouvelleConfirmation',
  politique: 'PUBLIC',
  schema: jetonSchema,
  run: async ({ jeton }, { visite }) => {
    await renvoyerConfirmation(jeton, visite)
    return {
      statut: 'FAIT',
      message:
        "Si votre espace attend encore d'être confirmé, un nouvel e-mail vient de partir. Son lien est valable 24 heures.",
    }
  },
})
