'use server'

import { demandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demandeContratSchema } from '@/lib/services/demande-contrat/schema'
import { demanderPourContrat } from '@/lib/services/envoi-contrat/mutations'

export const demanderContrat = creerAction({
  nom: 'demandes.demanderContrat',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandeContratSchema,
  run: async (saisie, { acteur }) => demandeRecue(await demanderPourContrat(acteur, saisie)),
})
