'use server'

import { redirect } from 'next/navigation'
import { PHRASE_PERIME, phraseRenvoyes } from '@/lib/lexique/courriels/suivi'
import { creerAction } from '@/lib/server/action'
import { renvoyerCourriel, renvoyerEchecs } from '@/lib/services/courriel/mutations'
import { renvoiSchema, renvoiToutSchema } from '@/lib/services/courriel/schema'

export const renvoyerUn = creerAction({
  nom: 'courriel.renvoyerUn',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: renvoiSchema,
  run: async ({ courriel }, { acteur, visite }) => {
    if (!(await renvoyerCourriel(acteur, courriel, visite.instant)))
      return { statut: 'ERREUR', erreurs: [{ champ: '', message: PHRASE_PERIME }], valeurs: {} }
    redirect('/gestion/courriels?renvoyes=1')
  },
})

export const renvoyerTous = creerAction({
  nom: 'courriel.renvoyerTous',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: renvoiToutSchema,
  run: async (_saisie, { acteur, visite }) => {
    const nombre = await renvoyerEchecs(acteur, visite.instant)
    if (nombre === 0)
      return { statut: 'ERREUR', erreurs: [{ champ: '', message: phraseRenvoyes(0) }], valeurs: {} }
    redirect(`/gestion/courriels?renvoyes=${nombre}`)
  },
})
