'use server'

import { revalidatePath } from 'next/cache'
import { PHRASES_ACCES_COMPTE } from '@/lib/lexique/acces-compte'
import { creerAction } from '@/lib/server/action'
import { fermerConnexionsDe, rouvrirCompte, suspendreCompte } from '@/lib/services/acces-compte/mutations'
import { coupureSchema, reouvertureSchema } from '@/lib/services/acces-compte/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'

const COUPURES = { FERMER: fermerConnexionsDe, SUSPENDRE: suspendreCompte } as const

/** Which account each role may cut off is the service's to say. */
export const couperUnAcces = creerAction({
  nom: 'acces.couper',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: coupureSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await COUPURES[reste.coupure](acteur, reste, visite.instant)
    revalidatePath('/gestion', 'layout')
    return { statut: 'FAIT', message: PHRASES_ACCES_COMPTE[reste.coupure] }
  },
})

export const rouvrirUnAcces = creerAction({
  nom: 'acces.rouvrir',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: reouvertureSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await rouvrirCompte(acteur, reste, visite.instant)
    revalidatePath('/gestion', 'layout')
    return { statut: 'FAIT', message: PHRASES_ACCES_COMPTE.ROUVRIR }
  },
})
