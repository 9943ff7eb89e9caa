'use server'

import { ecrireNumeroDemande, phraseDemandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demanderPortabilite as demander } from '@/lib/services/demande-portabilite/mutations'
import { demandePortabiliteSchema } from '@/lib/services/demande-portabilite/schema'

export const demanderPortabilite = creerAction({
  nom: 'demandes.demanderPortabilite',
  politique: 'ADHERENT',
  schema: demandePortabiliteSchema,
  run: async (saisie, { acteur }) => {
    const { id, numero } = await demander(acteur, saisie)
    return {
      statut: 'FAIT',
      message: phraseDemandeRecue(ecrireNumeroDemande(numero)),
      suite: { href: `/adherent/demandes/${id}`, libelle: 'Suivre ma demande' },
    }
  },
})
