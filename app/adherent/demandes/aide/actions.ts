'use server'

import { demandeRecue } from '@/lib/lexique/demandes'
import { creerAction } from '@/lib/server/action'
import { demanderAide, repondreAide } from '@/lib/services/demande-aide/mutations'
import { demandeAideSchema, valeursDeLAide } from '@/lib/services/demande-aide/schema'
import type { ReponseAide } from '@/lib/services/demande-aide/view'

/** « voir »: what the rules would answer, nothing is written. « envoyer »: the demande. */
export const demanderUneAide = creerAction<'ADHERENT', typeof demandeAideSchema, ReponseAide>({
  nom: 'demandes.demanderUneAide',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: demandeAideSchema,
  run: async ({ etape, ...saisie }, { acteur }) =>
    etape === 'envoyer'
      ? demandeRecue(await demanderAide(acteur, saisie))
      : {
          statut: 'REPONSE',
          reponse: await repondreAide(acteur, saisie),
          valeurs: valeursDeLAide(saisie),
        },
})
