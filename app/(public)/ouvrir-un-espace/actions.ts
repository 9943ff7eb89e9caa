'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { FREIN_ADRESSE } from '@/lib/server/frein'
import { mandataireSchema } from '@/lib/services/delegation/schema'
import { ouvrirEspaceMandataire } from '@/lib/services/mandataire/mutations'

export const ouvrirUnEspace = creerAction({
  nom: 'mandataire.ouvrirUnEspace',
  politique: 'PUBLIC',
  schema: mandataireSchema,
  limite: FREIN_ADRESSE,
  run: async ({ accepte: _accepte, ...mandataire }, { visite }) => {
    await ouvrirEspaceMandataire(mandataire, visite.instant)
    redirect('/connexion?retour=%2Fadherent%2Fmon-compte%2Fdelegations')
  },
})
