'use server'

import { revalidatePath } from 'next/cache'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { creerAction } from '@/lib/server/action'
import { entreeCourante } from '@/lib/server/session'
import {
  commencerEnrolement,
  defierEntree,
  finirEnrolement,
  franchirSecondPas as franchir,
} from '@/lib/services/entree/mutations'
import { debutEnrolementSchema, finEnrolementSchema, secondPasSchema } from '@/lib/services/entree/schema'
import { defiSchema } from '@/lib/services/facteur/schema'
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

/** A challenge for the passkeys of the account that waits. */
export const defierMonEntree = creerAction<'PUBLIC', typeof defiSchema, { readonly options: string }>({
  nom: 'entree.defierMonEntree',
  politique: 'PUBLIC',
  schema: defiSchema,
  limite: { libres: 60, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async (_saisie, { visite }) => {
    const options = await defierEntree(await exigerEntree(), visite.instant)
    return { statut: 'REPONSE', reponse: { options }, valeurs: {} }
  },
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
