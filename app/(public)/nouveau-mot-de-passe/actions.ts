'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { changerMotDePasse } from '@/lib/services/compte/mutations'
import { nouveauMotDePasseSchema } from '@/lib/services/compte/schema'

export const choisirNouveauMotDePasse = creerAction({
  nom: 'compte.choisirNouveauMotDePasse',
  politique: 'PUBLIC',
  schema: nouveauMotDePasseSchema,
  run: async (saisie, { visite }) => {
    await changerMotDePasse(saisie, visite.instant)
    redirect('/connexion?info=mot-de-passe-change')
  },
})
