'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { sessionCourante } from '@/lib/server/session'
import { passageSchema } from '@/lib/services/delegation/schema'
import { agirPour } from '@/lib/services/exercice-delegation/mutations'

export const commencerAAgir = creerAction({
  nom: 'delegation.commencerAAgir',
  politique: 'SOI',
  schema: passageSchema,
  run: async ({ delegation }, { acteur, visite }) => {
    const session = await sessionCourante()
    const moment = { jour: aujourdhui(), instant: visite.instant }
    if (session !== null) await agirPour(acteur, session.sessionId, delegation, moment)
    // The frame too: its bar says for whom.
    revalidatePath('/adherent', 'layout')
    redirect('/adherent')
  },
})
