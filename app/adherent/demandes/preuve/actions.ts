'use server'

import { demandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { envoyerPreuve } from '@/lib/services/demande-preuve/mutations'
import { demandePreuveSchema } from '@/lib/services/demande-preuve/schema'

export const demanderPreuve = creerAction({
  nom: 'demandes.envoyerPreuve',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandePreuveSchema,
  run: async (saisie, { acteur }) => demandeRecue(await envoyerPreuve(acteur, saisie)),
})
