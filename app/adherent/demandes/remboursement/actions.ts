'use server'

import { demandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demandeRemboursementSchema } from '@/lib/services/demande-remboursement/schema'
import { demanderRemboursement as demander } from '@/lib/services/envoi-remboursement/mutations'

export const demanderRemboursement = creerAction({
  nom: 'demandes.demanderRemboursement',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandeRemboursementSchema,
  run: async (saisie, { acteur }) => demandeRecue(await demander(acteur, saisie)),
})
