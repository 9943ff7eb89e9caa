'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { sessionCourante } from '@/lib/server/session'
import { emettreCourrier } from '@/lib/services/document/mutations'
import { courrierSchema } from '@/lib/services/document/schema'

export const ecrireCourrier = creerAction({
  nom: 'document.ecrireCourrier',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: courrierSchema,
  run: async (saisie, { acteur }) => {
    const session = await sessionCourante()
    const id = await emettreCourrier(acteur, saisie, session?.nomAffiche ?? '')
    redirect(`/gestion/documents/${id}`)
  },
})
