'use server'

import { revalidatePath } from 'next/cache'
import { phrasePostes } from '@/lib/lexique/envoi-postal'
import { creerAction } from '@/lib/server/action'
import { noterPostes } from '@/lib/services/envoi-postal/mutations'
import { posteSchema } from '@/lib/services/envoi-postal/schema'

export const noterCommePostes = creerAction({
  nom: 'document.noterPostes',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: posteSchema,
  run: async (saisie, { acteur }) => {
    const nombre = await noterPostes(acteur, saisie)
    revalidatePath('/gestion/documents/a-poster')
    return { statut: 'FAIT', message: phrasePostes(nombre) }
  },
})
