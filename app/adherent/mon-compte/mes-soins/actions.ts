'use server'

import { revalidatePath } from 'next/cache'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { changerLecture } from '@/lib/services/lecture-soins/mutations'
import { accordLectureSchema } from '@/lib/services/lecture-soins/schema'

export const changerLectureDeMesSoins = creerAction({
  nom: 'lecture-soins.changerLectureDeMesSoins',
  politique: 'ADHERENT',
  schema: accordLectureSchema,
  limite: { libres: 20, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async ({ adhesion, choix }, { acteur }) => {
    await changerLecture(acteur, adhesion, choix, aujourdhui())
    revalidatePath('/adherent/mon-compte/mes-soins')
    return {
      statut: 'FAIT',
      message:
        choix === 'ACCORDER'
          ? 'C’est noté : le titulaire du contrat voit le détail de vos soins, tant que vous ne retirez pas cet accord.'
          : 'C’est noté : le titulaire du contrat ne voit plus le détail de vos soins.',
    }
  },
})
