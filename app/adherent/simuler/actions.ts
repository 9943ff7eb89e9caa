'use server'

import { creerAction } from '@/lib/server/action'
import type { RegleFrein } from '@/lib/server/frein'
import { lireCadre } from '@/lib/services/cadre/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { simulerALire } from '@/lib/services/simulation/data'
import { simulationSchema } from '@/lib/services/simulation/schema'
import { voirSimulation } from '@/lib/services/simulation/view'

/** A person tries a few prices; three hundred an hour is a machine. */
const LIMITE: RegleFrein = { libres: 300, fenetreSecondes: 3600, attenteSecondes: () => null }

/** Answers, writes nothing: the care asked about is in the body of the request and nowhere else. */
export const simulerUnSoin = creerAction({
  nom: 'simulation.simulerUnSoin',
  politique: 'ADHERENT',
  delegable: 'VOIR',
  schema: simulationSchema,
  limite: LIMITE,
  run: async (demande, { acteur }) => ({
    statut: 'REPONSE' as const,
    reponse: voirSimulation(await simulerALire(acteur, demande, lireCadre().jour), demande, {
      article: articleCite,
    }),
    valeurs: demande.valeurs,
  }),
})
