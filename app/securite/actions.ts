'use server'

import { creerAction } from '@/lib/server/action'
import { sessionCourante } from '@/lib/server/session'
import { defierPourSession } from '@/lib/services/cle-acces/mutations'
import { rienSchema } from '@/lib/services/facteur/schema'

/** A challenge for the passkey of whoever is logged in. */
export const defierMaCle = creerAction<'CONNECTE', typeof rienSchema, { readonly options: string }>({
  nom: 'facteur.defierMaCle',
  politique: 'CONNECTE',
  schema: rienSchema,
  limite: { libres: 60, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async (_saisie, { acteur, visite }) => {
    const session = await sessionCourante()
    const options = await defierPourSession(acteur, session?.sessionId ?? '', visite.instant)
    return { statut: 'REPONSE', reponse: { options }, valeurs: {} }
  },
})
