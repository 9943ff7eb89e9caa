'use server'

import { demandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demanderPortabilite as demander } from '@/lib/services/demande-portabilite/mutations'
import { demandePortabiliteSchema } from '@/lib/services/demande-portabilite/schema'

export const demanderPortabilite = creerAction({
  nom: 'demandes.demanderPortabilite',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandePortabiliteSchema,
  run: async (saisie, { acteur }) => demandeRecue(await demander(acteur, saisie)),
})
