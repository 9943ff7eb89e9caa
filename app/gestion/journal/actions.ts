'use server'

import { creerAction } from '@/lib/server/action'
import { noterLecture } from '@/lib/server/traces'
import { chercherAuJournal } from '@/lib/services/journal/data'
import { rechercheJournalSchema } from '@/lib/services/journal/schema'

/** In the body of the request: an e-mail is in no address. */
export const chercher = creerAction({
  nom: 'journal.chercher',
  politique: { gestion: ['SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: rechercheJournalSchema,
  run: async ({ q }, { acteur }) => {
    const reponse = await chercherAuJournal(acteur, q)
    await noterLecture(acteur, 'RECHERCHE_FAITE', {
      objetType: 'recherche',
      objetId: null,
      donnees: { par: 'JOURNAL', trouvees: reponse.length },
    })
    return { statut: 'REPONSE' as const, reponse, valeurs: { q } }
  },
})
