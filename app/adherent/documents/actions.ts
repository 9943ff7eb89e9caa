'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import type { RegleFrein } from '@/lib/server/frein'
import { emettreDocument } from '@/lib/services/document/mutations'
import { demandeSchema } from '@/lib/services/document/schema'

/** A person asks for a few papers; a hundred an hour is a machine. */
const LIMITE: RegleFrein = { libres: 100, fenetreSecondes: 3600, attenteSecondes: () => null }

export const demanderDocument = creerAction({
  nom: 'document.demanderDocument',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandeSchema,
  limite: LIMITE,
  run: async (demande, { acteur }) => {
    const id = await emettreDocument(acteur, demande)
    redirect(`/adherent/documents/${id}`)
  },
})
