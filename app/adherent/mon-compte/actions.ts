'use server'

import { revalidatePath } from 'next/cache'
import { PHRASE_CONDITIONS } from '@/lib/lexique/mon-compte'
import { PHRASE_NOTIFICATIONS } from '@/lib/lexique/notifications'
import { creerAction } from '@/lib/server/action'
import { accepterConditionsDuJour } from '@/lib/services/mon-compte/mutations'
import { conditionsSchema } from '@/lib/services/mon-compte/schema'
import { choisirNotifications } from '@/lib/services/preference-courriel/mutations'
import { notificationsSchema } from '@/lib/services/preference-courriel/schema'

const PAGE = '/adherent/mon-compte'

export const enregistrerNotifications = creerAction({
  nom: 'mon-compte.enregistrerNotifications',
  politique: 'ADHERENT',
  schema: notificationsSchema,
  run: async (voulues, { acteur }) => {
    await choisirNotifications(acteur, voulues)
    revalidatePath(PAGE, 'layout')
    return { statut: 'FAIT', message: PHRASE_NOTIFICATIONS }
  },
})

export const accepterLesConditions = creerAction({
  nom: 'mon-compte.accepterLesConditions',
  politique: 'ADHERENT',
  schema: conditionsSchema,
  run: async (_saisie, { acteur, visite }) => {
    await accepterConditionsDuJour(acteur, visite.instant)
    revalidatePath(PAGE, 'layout')
    return { statut: 'FAIT', message: PHRASE_CONDITIONS }
  },
})
