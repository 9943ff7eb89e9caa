'use server'

import { creerAction } from '@/lib/server/action'
import { seConnecter as ouvrirConnexion } from '@/lib/services/connexion/mutations'
import { connexionSchema } from '@/lib/services/connexion/schema'
import { suivreEntree } from './suite'

export const seConnecter = creerAction({
  nom: 'connexion.seConnecter',
  politique: 'PUBLIC',
  schema: connexionSchema,
  run: async (saisie, { visite }) => suivreEntree(await ouvrirConnexion(saisie, visite), saisie.retour),
})
