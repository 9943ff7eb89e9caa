'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { mettreTarifEnVigueur, saisirTarif } from '@/lib/services/tarif/mutations'
import { miseEnVigueurSchema, saisieTarifSchema } from '@/lib/services/tarif/schema'

export const saisir = creerAction({
  nom: 'tarifs.saisir',
  politique: { gestion: ['SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: saisieTarifSchema,
  run: async (grille, { acteur }) => redirect(`/gestion/tarifs/${await saisirTarif(acteur, grille)}`),
})

export const mettreEnVigueur = creerAction({
  nom: 'tarifs.mettreEnVigueur',
  politique: { gestion: ['SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: miseEnVigueurSchema,
  run: async ({ tarif }, { acteur }) => {
    await mettreTarifEnVigueur(acteur, tarif)
    revalidatePath('/gestion/tarifs')
    return {
      statut: 'FAIT',
      message: 'Ce tarif est en vigueur. Les échéanciers concernés sont refaits la nuit prochaine.',
    }
  },
})
