'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { creerPremierAdministrateur } from '@/lib/services/personnel/mutations'
import { premierAdministrateurSchema } from '@/lib/services/personnel/schema'

export const devenirAdministrateur = creerAction({
  nom: 'personnel.devenirAdministrateur',
  politique: 'PUBLIC',
  schema: premierAdministrateurSchema,
  run: async (saisie, { visite }) => {
    await creerPremierAdministrateur(saisie, visite)
    redirect('/connexion?info=administrateur-cree')
  },
})
