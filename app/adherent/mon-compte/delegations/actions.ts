'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { FREIN_ENVOI } from '@/lib/server/frein'
import { demanderDelegation, donnerDelegation, repondreDelegation } from '@/lib/services/delegation/mutations'
import { demanderSchema, donnerSchema, passageSchema } from '@/lib/services/delegation/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'

const PAGE = '/adherent/mon-compte/delegations'

export const proposerUneDelegation = creerAction({
  nom: 'delegation.proposer',
  politique: 'ADHERENT',
  schema: donnerSchema,
  // Each one sends a mail to somebody.
  limite: FREIN_ENVOI,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste: voulue } = partager(saisie)
    // Who may change the account that receives the money is given as that account is changed.
    const niveau = voulue.etendue === 'RECEVOIR' ? 'FACTEUR' : 'IDENTITE'
    await confirmerIdentite(acteur, preuve, niveau, visite)
    await donnerDelegation(acteur, voulue)
    redirect(`${PAGE}?info=proposee`)
  },
})

export const demanderUneDelegation = creerAction({
  nom: 'delegation.demander',
  politique: 'ADHERENT',
  schema: demanderSchema,
  limite: { libres: 30, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async (demandee, { acteur }) => {
    await demanderDelegation(acteur, demandee)
    redirect(`${PAGE}?info=demandee`)
  },
})

export const accepterUneDelegation = creerAction({
  nom: 'delegation.accepter',
  politique: 'ADHERENT',
  schema: passageSchema,
  run: async ({ delegation }, { acteur }) => {
    await repondreDelegation(acteur, delegation, 'ACCEPTER')
    redirect(`${PAGE}?info=acceptee`)
  },
})

export const refuserUneDelegation = creerAction({
  nom: 'delegation.refuser',
  politique: 'ADHERENT',
  schema: passageSchema,
  run: async ({ delegation }, { acteur }) => {
    await repondreDelegation(acteur, delegation, 'REFUSER')
    redirect(`${PAGE}?info=refusee`)
  },
})

export const arreterUneDelegation = creerAction({
  nom: 'delegation.arreter',
  politique: 'ADHERENT',
  schema: passageSchema,
  run: async ({ delegation }, { acteur }) => {
    await repondreDelegation(acteur, delegation, 'REVOQUER')
    redirect(`${PAGE}?info=arretee`)
  },
})
