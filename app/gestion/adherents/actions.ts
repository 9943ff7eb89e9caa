'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { sessionCourante } from '@/lib/server/session'
import { noterLecture } from '@/lib/server/traces'
import { trouverDemande } from '@/lib/services/corbeille/data'
import { chercherPersonnes, TROUVEES_MAX } from '@/lib/services/dossier/data'
import { lireRecherche, rechercheSchema } from '@/lib/services/dossier/schema'
import { voirTrouvees } from '@/lib/services/dossier/view'
import { montrerNumeros } from '@/lib/services/numero-secu/mutations'
import { numerosSchema } from '@/lib/services/numero-secu/schema'
import { commencerRegard } from '@/lib/services/regard/mutations'
import { regardSchema } from '@/lib/services/regard/schema'

/** In the body of the request: a number of social security is in no address and no log. */
export const chercher = creerAction({
  nom: 'dossier.chercher',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'MEDECIN_CONSEIL'] },
  schema: rechercheSchema,
  run: async ({ q }, { acteur }) => {
    const recherche = lireRecherche(q)
    const trouvees = await chercherPersonnes(acteur, recherche)
    const demande = recherche.par === 'DEMANDE' ? await trouverDemande(acteur, recherche.numero) : null
    await noterLecture(acteur, 'RECHERCHE_FAITE', {
      objetType: 'recherche',
      objetId: null,
      donnees: { par: recherche.par, trouvees: trouvees.length },
    })
    return {
      statut: 'REPONSE' as const,
      reponse: voirTrouvees(trouvees, TROUVEES_MAX, demande),
      valeurs: { q },
    }
  },
})

export const montrer = creerAction({
  nom: 'dossier.montrerNumeros',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] },
  schema: numerosSchema,
  run: async ({ personne }, { acteur }) => ({
    statut: 'REPONSE' as const,
    reponse: await montrerNumeros(acteur, personne),
    valeurs: { personne },
  }),
})

export const regarder = creerAction({
  nom: 'dossier.regarder',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] },
  schema: regardSchema,
  run: async (demande, { acteur, visite }) => {
    const session = await sessionCourante()
    if (session !== null) await commencerRegard(acteur, session.sessionId, demande, visite.instant)
    redirect('/adherent')
  },
})
