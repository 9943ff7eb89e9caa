'use server'

import { ecrireNumeroDemande, phraseDemandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demanderHospitalisation as demander } from '@/lib/services/demande-hospitalisation/mutations'
import { demandeHospitalisationSchema } from '@/lib/services/demande-hospitalisation/schema'

export const demanderHospitalisation = creerAction({
  nom: 'demandes.demanderHospitalisation',
  politique: 'ADHERENT',
  schema: demandeHospitalisationSchema,
  run: async (saisie, { acteur }) => {
    const { id, numero } = await demander(acteur, saisie)
    return {
      statut: 'FAIT',
      message: phraseDemandeRecue(ecrireNumeroDemande(numero)),
      suite: { href: `/adherent/demandes/${id}`, libelle: 'Suivre ma demande' },
    }
  },
})
