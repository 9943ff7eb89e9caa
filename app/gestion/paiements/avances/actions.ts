'use server'

import { revalidatePath } from 'next/cache'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { encaisserAvance } from '@/lib/services/avance-sante/mutations'
import { reglementAvanceSchema } from '@/lib/services/avance-sante/schema'

export const noterReglementAvance = creerAction({
  nom: 'paiements.noterReglementAvance',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: reglementAvanceSchema,
  run: async ({ avance, montant }, { acteur }) => {
    await encaisserAvance(acteur, avance, aujourdhui(), montant)
    revalidatePath('/gestion/paiements/avances')
    return { statut: 'FAIT', message: 'Somme reçue enregistrée.' }
  },
})
