'use server'

import { PHRASES_FIN } from '@/lib/lexique/acces'
import { creerAction } from '@/lib/server/action'
import { resterSchema } from '@/lib/services/connexion/schema'

/** Whoever asks for something keeps their session: asking for nothing else does it too. Public, so that an ended session loses nobody's page. */
export const resterConnecte = creerAction({
  nom: 'connexion.resterConnecte',
  politique: 'PUBLIC',
  schema: resterSchema,
  run: async (_saisie, { acteur }) => ({
    statut: 'FAIT',
    message: acteur === null ? PHRASES_FIN.connexion : PHRASES_FIN.prolongee,
  }),
})
