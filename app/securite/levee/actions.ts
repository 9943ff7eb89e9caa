'use server'

import { revalidatePath } from 'next/cache'
import { PHRASES_LEVEE } from '@/lib/lexique/facteurs'
import { creerAction } from '@/lib/server/action'
import { approuverLevee, demanderLevee, renoncerLevee } from '@/lib/services/levee-facteurs/mutations'
import { demandeLeveeSchema, suiteLeveeSchema } from '@/lib/services/levee-facteurs/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'

/** Which account each role may free is the service's to say. */
export const demanderUneLevee = creerAction({
  nom: 'levee.demander',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: demandeLeveeSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await demanderLevee(acteur, reste, visite.instant)
    revalidatePath('/gestion', 'layout')
    return { statut: 'FAIT', message: PHRASES_LEVEE.DEMANDE }
  },
})

export const approuverUneLevee = creerAction({
  nom: 'levee.approuver',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: suiteLeveeSchema,
  run: async ({ compte, ...preuve }, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await approuverLevee(acteur, compte, visite.instant)
    revalidatePath('/gestion', 'layout')
    return { statut: 'FAIT', message: PHRASES_LEVEE.APPROUVE }
  },
})

export const renoncerAUneLevee = creerAction({
  nom: 'levee.renoncer',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: suiteLeveeSchema,
  run: async ({ compte, ...preuve }, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await renoncerLevee(acteur, compte, visite.instant)
    revalidatePath('/gestion', 'layout')
    return { statut: 'FAIT', message: PHRASES_LEVEE.ANNULE }
  },
})
