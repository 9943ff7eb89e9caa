'use server'

import { revalidatePath } from 'next/cache'
import { RAISONS_NON_PRELEVE } from '@/lib/lexique/cotisations'
import { formatMontant } from '@/lib/lexique/formats'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { encaisserEcheances } from '@/lib/services/encaissement/mutations'
import { preparerPrelevements } from '@/lib/services/prelevement/mutations'
import { encaissementSchema, preparationSchema } from '@/lib/services/suivi-cotisations/schema'

export const preparerLot = creerAction({
  nom: 'cotisations.preparerLot',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: preparationSchema,
  run: async ({ execution }, { acteur }) => {
    const { lotId, nombre, ecartees } = await preparerPrelevements(acteur, {
      executionLe: execution,
      jour: aujourdhui(),
    })
    revalidatePath('/gestion/cotisations', 'layout')
    const fait =
      nombre === 0
        ? 'Aucun prélèvement n’a pu être préparé.'
        : `Lot préparé : ${nombre} ${nombre === 1 ? 'prélèvement' : 'prélèvements'}. Une autre personne doit maintenant le contrôler.`
    const reste = ecartees.map(
      (e) => `adhérent ${e.numeroAdherent}, ${formatMontant(e.montant)} : ${RAISONS_NON_PRELEVE[e.raison]}`,
    )
    const message = reste.length === 0 ? fait : `${fait} Pas prélevé : ${reste.join(' ; ')}.`
    const suite = { href: `/gestion/paiements/${lotId}`, libelle: 'Voir ce lot dans les paiements' }
    return { statut: 'FAIT', message, ...(lotId === null ? {} : { suite }) }
  },
})

export const noterEncaissement = creerAction({
  nom: 'cotisations.noterEncaissement',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: encaissementSchema,
  run: async ({ echeance, recuLe }, { acteur }) => {
    await encaisserEcheances(acteur, { echeances: [echeance], jour: recuLe })
    revalidatePath('/gestion/cotisations', 'layout')
    return { statut: 'FAIT', message: 'Paiement noté : la cotisation est réglée.' }
  },
})
