'use server'

import { ecrireNumeroDemande, phraseDemandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demandeContratSchema } from '@/lib/services/demande-contrat/schema'
import { demanderPourContrat } from '@/lib/services/envoi-contrat/mutations'

export const demanderContrat = creerAction({
  nom: 'demandes.demanderContrat',
  politique: 'ADHERENT',
  schema: demandeContratSchema,
  run: async (saisie, { acteur }) => {
    const { id, numero } = await demanderPourContrat(acteur, saisie)
    return {
      statut: 'FAIT',
      message: phraseDemandeRecue(ecrireNumeroDemande(numero)),
      suite: { href: `/adherent/demandes/${id}`, libelle: 'Suivre ma demande' },
    }
  },
})
