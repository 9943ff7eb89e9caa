'use server'

import { redirect } from 'next/navigation'
import { PHRASES_CODE_ACCES } from '@/lib/lexique/acces'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { sessionCourante } from '@/lib/server/session'
import { noterLecture } from '@/lib/server/traces'
import { renouvelerCode } from '@/lib/services/code-acces/mutations'
import { nouveauCodeSchema } from '@/lib/services/code-acces/schema'
import { trouverDemande } from '@/lib/services/corbeille/data'
import { chercherPersonnes, TROUVEES_MAX } from '@/lib/services/dossier/data'
import { lireRecherche, rechercheSchema } from '@/lib/services/dossier/schema'
import { voirTrouvees } from '@/lib/services/dossier/view'
import { montrerNumeros } from '@/lib/services/numero-secu/mutations'
import { numerosSchema } from '@/lib/services/numero-secu/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'
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

export const envoyerUnCode = creerAction({
  nom: 'dossier.envoyerCode',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] },
  schema: nouveauCodeSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await renouvelerCode(acteur, reste.personne, aujourdhui())
    return { statut: 'FAIT', message: PHRASES_CODE_ACCES.ENVOYE }
  },
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
