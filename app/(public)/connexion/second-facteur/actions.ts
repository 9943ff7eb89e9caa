'use server'

import { revalidatePath } from 'next/cache'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { creerAction } from '@/lib/server/action'
import { entreeCourante } from '@/lib/server/session'
import {
  commencerEnrolement,
  finirEnrolement,
  franchirSecondPas as franchir,
} from '@/lib/services/entree/mutations'
import { debutEnrolementSchema, finEnrolementSchema, secondPasSchema } from '@/lib/services/entree/schema'
import { suivreEntree } from '../suite'

async function exigerEntree(): Promise<string> {
  const secret = await entreeCourante()
  if (secret !== null) return secret
  throw new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.ENTREE_EXPIREE })
}

export const franchirSecondPas = creerAction({
  nom: 'entree.franchirSecondPas',
  politique: 'PUBLIC',
  schema: secondPasSchema,
  run: async ({ codeUnique, cleAcces, retour }, { visite }) =>
    suivreEntree(await franchir(await exigerEntree(), { code: codeUnique, cle: cleAcces }, visite), retour),
})

export const commencerApplication = creerAction({
  nom: 'entree.commencerApplication',
  politique: 'PUBLIC',
  schema: debutEnrolementSchema,
  run: async (_saisie, { visite }) => {
    await commencerEnrolement(await exigerEntree(), visite.instant)
    revalidatePath('/connexion/second-facteur')
    return { statut: 'VIERGE' }
  },
})

export const finirApplication = creerAction({
  nom: 'entree.finirApplication',
  politique: 'PUBLIC',
  schema: finEnrolementSchema,
  run: async ({ codeUnique, retour }, { visite }) =>
    suivreEntree(await finirEnrolement(await exigerEntree(), codeUnique, visite), retour),
})
