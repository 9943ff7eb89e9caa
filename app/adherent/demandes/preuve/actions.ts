'use server'

import { ecrireNumeroDemande, phraseDemandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { envoyerPreuve } from '@/lib/services/demande-preuve/mutations'
import { demandePreuveSchema } from '@/lib/services/demande-preuve/schema'

export const demanderPreuve = creerAction({
  nom: 'demandes.envoyerPreuve',
  politique: 'ADHERENT',
  schema: demandePreuveSchema,
  run: async (saisie, { acteur }) => {
    const { id, numero } = await envoyerPreuve(acteur, saisie)
    return {
      statut: 'FAIT',
      message: phraseDemandeRecue(ecrireNumeroDemande(numero)),
      suite: { href: `/adherent/demandes/${id}`, libelle: 'Suivre ma demande' },
    }
  },
})
