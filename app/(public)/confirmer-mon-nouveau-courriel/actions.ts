'use server'

import { creerAction } from '@/lib/server/action'
import { confirmerNouveauCourriel } from '@/lib/services/changement-courriel/mutations'
import { jetonSchema } from '@/lib/services/compte/schema'

export const confirmerMonNouveauCourriel = creerAction({
  nom: 'coordonnees.confirmerMonNouveauCourriel',
  politique: 'PUBLIC',
  schema: jetonSchema,
  run: async ({ jeton }, { visite }) => {
    await confirmerNouveauCourriel(jeton, visite.instant)
    return {
      statut: 'FAIT',
      message:
        'Votre nouvelle adresse e-mail est confirmée. Nos messages y vont dès maintenant, et vous vous connectez avec elle.',
    }
  },
})
