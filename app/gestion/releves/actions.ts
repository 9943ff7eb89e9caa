'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { lancerReleves, reprendreReleves } from '@/lib/services/releve/mutations'
import { lancementSchema, repriseSchema } from '@/lib/services/releve/schema'

const POLITIQUE = { gestion: ['GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR'] } as const

export const lancer = creerAction({
  nom: 'releve.lancer',
  politique: POLITIQUE,
  schema: lancementSchema,
  run: async ({ du }, { acteur }) => {
    await lancerReleves(acteur, du)
    redirect('/gestion/releves')
  },
})

export const reprendre = creerAction({
  nom: 'releve.reprendre',
  politique: POLITIQUE,
  schema: repriseSchema,
  run: async ({ lot }, { acteur }) => {
    await reprendreReleves(acteur, lot)
    return { statut: 'FAIT', message: 'La reprise est demandée : elle commence dans quelques secondes.' }
  },
})
