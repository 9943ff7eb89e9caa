'use server'

import { expliquerRefusFlux, phraseLignes } from '@/lib/lexique/flux'
import { creerAction } from '@/lib/server/action'
import { importerFlux } from '@/lib/services/flux/mutations'
import { envoiSchema } from '@/lib/services/flux/schema'
import { liquider } from '@/lib/services/liquidation/mutations'

export const envoyerFlux = creerAction({
  nom: 'flux.envoyerFlux',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: envoiSchema,
  run: async ({ fichier }, { acteur }) => {
    const resultat = await importerFlux(acteur, fichier.stream())
    if (resultat.issue === 'REFUSE') {
      const message = `${expliquerRefusFlux(resultat.code, resultat.detail)} Rien n’a été écrit.`
      return { statut: 'ERREUR', erreurs: [{ champ: 'fichier', message }], valeurs: {} }
    }
    await liquider()
    if (resultat.issue === 'DEJA_IMPORTE')
      return { statut: 'FAIT', message: 'Ce fichier était déjà importé : rien n’a changé.' }
    return { statut: 'FAIT', message: `Fichier importé. ${phraseLignes(resultat.compte)}.` }
  },
})
