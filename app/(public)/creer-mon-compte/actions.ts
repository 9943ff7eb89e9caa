'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { inscriptionCourante, oublierInscription, retenirInscription } from '@/lib/server/session'
import { accepterConditions, choisirIdentifiants, reconnaitreCarte } from '@/lib/services/compte/mutations'
import { carteSchema, conditionsSchema, identifiantsSchema } from '@/lib/services/compte/schema'

export const presenterCarte = creerAction({
  nom: 'compte.presenterCarte',
  politique: 'PUBLIC',
  schema: carteSchema,
  run: async (saisie, { visite }) => {
    await retenirInscription(await reconnaitreCarte(saisie, visite))
    redirect('/creer-mon-compte/identifiants')
  },
})

/** The card recognised less than half an hour ago in this browser, or back to the start. */
async function exigerInscription(): Promise<string> {
  return (await inscriptionCourante()) ?? redirect('/creer-mon-compte?repris=1')
}

export const choisirMesIdentifiants = creerAction({
  nom: 'compte.choisirMesIdentifiants',
  politique: 'PUBLIC',
  schema: identifiantsSchema,
  run: async (saisie, { visite }) => {
    await choisirIdentifiants(await exigerInscription(), saisie, visite.instant)
    redirect('/creer-mon-compte/conditions')
  },
})

export const accepterLesConditions = creerAction({
  nom: 'compte.accepterLesConditions',
  politique: 'PUBLIC',
  schema: conditionsSchema,
  run: async (_saisie, { visite }) => {
    await accepterConditions(await exigerInscription(), visite.instant)
    await oublierInscription()
    redirect('/creer-mon-compte/verifier-mes-courriels')
  },
})
