'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { accorderDelegation, inscrireMesure, repondreDelegation } from '@/lib/services/delegation/mutations'
import { accorderSchema, mesureSchema, passageSchema, refuserSchema } from '@/lib/services/delegation/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'

const PAGE = '/gestion/delegations'

export const accorderUneDelegation = creerAction({
  nom: 'delegation.accorder',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] },
  schema: accorderSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste: accord } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await accorderDelegation(acteur, accord)
    redirect(`${PAGE}?info=accordee`)
  },
})

export const refuserUneDemande = creerAction({
  nom: 'delegation.refuserUneDemande',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] },
  schema: refuserSchema,
  run: async ({ delegation, raison }, { acteur }) => {
    await repondreDelegation(acteur, delegation, 'REFUSER', raison)
    redirect(`${PAGE}?info=refusee`)
  },
})

export const inscrireUneMesure = creerAction({
  nom: 'delegation.inscrireUneMesure',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] },
  schema: mesureSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste: mesure } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await inscrireMesure(acteur, mesure)
    redirect(`${PAGE}?info=inscrite`)
  },
})

export const arreterUneRepresentation = creerAction({
  nom: 'delegation.arreterUneRepresentation',
  politique: { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] },
  schema: passageSchema,
  run: async ({ delegation }, { acteur }) => {
    await repondreDelegation(acteur, delegation, 'REVOQUER')
    redirect(`${PAGE}?info=arretee`)
  },
})
