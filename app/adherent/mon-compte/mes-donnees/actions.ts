'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { demanderExport } from '@/lib/services/export-donnees/mutations'
import { demandeExportSchema } from '@/lib/services/export-donnees/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'

/** A copy of everything, once its owner proved to be there. */
export const preparerCopie = creerAction({
  nom: 'donnees.preparerCopie',
  politique: 'ADHERENT',
  schema: demandeExportSchema,
  // A copy reads the whole of a person.
  limite: { libres: 10, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async (preuve, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'IDENTITE', visite)
    redirect(`/adherent/mon-compte/mes-donnees?copie=${await demanderExport(acteur)}`)
  },
})
