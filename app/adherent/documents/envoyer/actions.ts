'use server'

import { revalidatePath } from 'next/cache'
import { phraseRecus, phraseRefusNomme } from '@/lib/lexique/depot'
import { creerAction } from '@/lib/server/action'
import { deposer } from '@/lib/services/depot/mutations'
import { depotSchema } from '@/lib/services/depot/schema'

export const envoyerDocuments = creerAction({
  nom: 'depot.envoyerDocuments',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: depotSchema,
  // Reading a file costs the machine more than sending it: quotas count what was taken, this counts what was tried.
  limite: { libres: 60, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async (envoi, { acteur }) => {
    const { recus, refuses } = await deposer(acteur, envoi)
    revalidatePath('/adherent/documents/envoyer')
    const message = phraseRecus(recus)
    if (refuses.length === 0) return { statut: 'FAIT', message: message ?? '' }
    return {
      statut: 'ERREUR',
      erreurs: refuses.map(({ nom, code }) => ({
        champ: 'fichiers',
        message: phraseRefusNomme(nom, code, 'ENVOI'),
      })),
      valeurs: { objet: envoi.objet, ...(message === null ? {} : { recus: message }) },
    }
  },
})
