'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { demanderExport } from '@/lib/services/export-donnees/mutations'
import { demandeExportSchema } from '@/lib/services/export-donnees/schema'
import { reconfirmerIdentite } from '@/lib/services/reauthentification/mutations'

/** A copy of everything, once the password was typed again. */
export const preparerCopie = creerAction({
  nom: 'donnees.preparerCopie',
  politique: 'ADHERENT',
  schema: demandeExportSchema,
  // A copy reads the whole of a person.
  limite: { libres: 10, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async ({ motDePasse }, { acteur, visite }) => {
    await reconfirmerIdentite(acteur, motDePasse, visite)
    redirect(`/adherent/mon-compte/mes-donnees?copie=${await demanderExport(acteur)}`)
  },
})
