'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { relacherImpaye, resilierPourImpaye, retenirImpaye } from '@/lib/services/impaye/mutations'
import { relacheSchema, resiliationSchema, retenueSchema } from '@/lib/services/impaye/schema'

const SUIVRE = { gestion: ['GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] } as const

export const retenir = creerAction({
  nom: 'impaye.retenir',
  politique: SUIVRE,
  schema: retenueSchema,
  run: async ({ impaye, motif }, { acteur }) => {
    await retenirImpaye(acteur, impaye, motif)
    redirect('/gestion/impayes')
  },
})

export const relacher = creerAction({
  nom: 'impaye.relacher',
  politique: SUIVRE,
  schema: relacheSchema,
  run: async ({ impaye }, { acteur }) => {
    await relacherImpaye(acteur, impaye)
    redirect('/gestion/impayes')
  },
})

export const resilier = creerAction({
  nom: 'impaye.resilier',
  politique: { gestion: ['SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: resiliationSchema,
  run: async (saisie, { acteur }) => {
    await resilierPourImpaye(acteur, saisie)
    redirect('/gestion/impayes')
  },
})
