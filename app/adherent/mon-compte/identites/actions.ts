'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { pageIdentites, roleDe } from '@/lib/services/identite-externe/access'
import { retirerIdentite } from '@/lib/services/identite-externe/mutations'
import { retirerSchema } from '@/lib/services/identite-externe/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'

export const retirerUneIdentite = creerAction({
  nom: 'identite.retirerUneIdentite',
  politique: 'CONNECTE',
  schema: retirerSchema,
  run: async ({ identite, ...preuve }, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'IDENTITE', visite)
    await retirerIdentite(acteur, identite, visite)
    redirect(`${pageIdentites(roleDe(acteur))}?info=retiree`)
  },
})
