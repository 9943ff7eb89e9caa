'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { heureEnMots } from '@/lib/lexique/instants'
import { PAROLE_PARTIE } from '@/lib/lexique/paroles'
import { PHRASES_SUIVI } from '@/lib/lexique/suivi-demande'
import { creerAction } from '@/lib/server/action'
import { maintenant } from '@/lib/server/clock'
import type { RegleFrein } from '@/lib/server/frein'
import { envoyerParole, garderParole } from '@/lib/services/demande-parole/mutations'
import { type BrouillonGarde, paroleSchema } from '@/lib/services/demande-parole/schema'
import { loadParCle } from '@/lib/services/mes-demandes/data'
import { demandeSienneSchema, suiteSchema } from '@/lib/services/mes-demandes/schema'
import { voirPiece } from '@/lib/services/mes-demandes/view'
import { ajouterADemande, annulerDemande, marquerLus } from '@/lib/services/suite-demande/mutations'

const adresse = (id: string): string => `/adherent/demandes/${id}`

/** A draft that saves itself while somebody writes for an hour stays far below. */
const LIMITE_BROUILLON: RegleFrein = { libres: 1_500, fenetreSecondes: 3600, attenteSecondes: () => null }
/** Reading a file costs the machine more than sending it. */
const LIMITE: RegleFrein = { libres: 60, fenetreSecondes: 3600, attenteSecondes: () => null }

/** One form for all that is said in words: sent, or kept as a draft. */
export const ecrireParole = creerAction<'ADHERENT', typeof paroleSchema, BrouillonGarde>({
  nom: 'parole.ecrire',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: paroleSchema,
  limite: LIMITE_BROUILLON,
  run: async (parole, { acteur }) => {
    if (parole.geste === 'ENVOYER') {
      const { id } = await envoyerParole(acteur, parole)
      revalidatePath('/adherent/demandes', 'layout')
      return {
        statut: 'FAIT',
        message: PAROLE_PARTIE[parole.nature].titre,
        suite: { href: adresse(id), libelle: 'Suivre cette demande' },
      }
    }
    const { id } = await garderParole(acteur, parole)
    const garde = await loadParCle(acteur, parole.cle)
    return {
      statut: 'REPONSE',
      reponse: {
        pieces: (garde?.pieces ?? [])
          .map(voirPiece)
          .map(({ id: piece, nom, taille }) => ({ id: piece, nom, taille })),
        phrase: `Brouillon enregistré à ${heureEnMots(maintenant())}.`,
        parti: garde?.envoyee === true ? adresse(id) : null,
      },
      valeurs: {},
    }
  },
})

export const ajouter = creerAction({
  nom: 'demande.ajouter',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: suiteSchema,
  limite: LIMITE,
  run: async ({ demande, ...suite }, { acteur }) => {
    await ajouterADemande(acteur, demande, suite)
    // Who answers has read.
    await marquerLus(acteur, demande)
    revalidatePath(adresse(demande))
    return { statut: 'FAIT', message: PHRASES_SUIVI.MESSAGE_PARTI }
  },
})

export const annuler = creerAction({
  nom: 'demande.annuler',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandeSienneSchema,
  run: async ({ demande }, { acteur }) => {
    await annulerDemande(acteur, demande)
    redirect(adresse(demande))
  },
})

export const noterLus = creerAction({
  nom: 'demande.noterLus',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandeSienneSchema,
  run: async ({ demande }, { acteur }) => {
    await marquerLus(acteur, demande)
    return { statut: 'FAIT', message: 'C’est noté.' }
  },
})
