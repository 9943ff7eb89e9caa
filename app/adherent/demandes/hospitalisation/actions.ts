'use server'

import { demandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demanderHospitalisation as demander } from '@/lib/services/demande-hospitalisation/mutations'
import { demandeHospitalisationSchema } from '@/lib/services/demande-hospitalisation/schema'

export const demanderHospitalisation = creerAction({
  nom: 'demandes.demanderHospitalisation',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandeHospitalisationSchema,
  run: async (saisie, { acteur }) => demandeRecue(await demander(acteur, saisie)),
})
