'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { payerVerifiee, refuserVerifiee } from '@/lib/services/verification/mutations'
import { paiementVerifieSchema, refusVerifieSchema } from '@/lib/services/verification/schema'

const EQUIPE = { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] } as const
const ICI = '/gestion/verifications'

export const payerLaLigne = creerAction({
  nom: 'verifications.payerLaLigne',
  politique: EQUIPE,
  schema: paiementVerifieSchema,
  run: async (saisie, { acteur }) => {
    await payerVerifiee(acteur, saisie)
    revalidatePath(ICI, 'layout')
    redirect(`${ICI}/${saisie.prestation}`)
  },
})

export const refuserLaLigne = creerAction({
  nom: 'verifications.refuserLaLigne',
  politique: EQUIPE,
  schema: refusVerifieSchema,
  run: async (saisie, { acteur }) => {
    await refuserVerifiee(acteur, saisie)
    revalidatePath(ICI, 'layout')
    redirect(`${ICI}/${saisie.prestation}`)
  },
})
