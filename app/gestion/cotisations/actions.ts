'use server'

import { revalidatePath } from 'next/cache'
import { RAISONS_NON_PRELEVE } from '@/lib/lexique/cotisations'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { FAIT_EQUIPE } from '@/lib/lexique/mandat'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { encaisserEcheances } from '@/lib/services/encaissement/mutations'
import { quitterLePrelevement, souscrirePrelevement } from '@/lib/services/mode-paiement/mutations'
import { mandatPapierSchema, revocationPapierSchema } from '@/lib/services/mode-paiement/schema'
import { preparerPrelevements } from '@/lib/services/prelevement/mutations'
import { encaissementSchema, preparationSchema } from '@/lib/services/suivi-cotisations/schema'

export const preparerLot = creerAction({
  nom: 'cotisations.preparerLot',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: preparationSchema,
  run: async ({ execution }, { acteur }) => {
    const { lotId, nombre, executionLe, ecartees } = await preparerPrelevements(acteur, {
      executionLe: execution,
      jour: aujourdhui(),
    })
    revalidatePath('/gestion/cotisations', 'layout')
    const fait =
      nombre === 0
        ? 'Aucun prélèvement n’a pu être préparé.'
        : `Lot préparé : ${nombre} ${nombre === 1 ? 'prélèvement' : 'prélèvements'}, le ${formatDateEnLettres(executionLe)}. Une autre personne doit maintenant le contrôler.`
    const reste = ecartees.map(
      (e) => `adhérent ${e.numeroAdherent}, ${formatMontant(e.montant)} : ${RAISONS_NON_PRELEVE[e.raison]}`,
    )
    const message = reste.length === 0 ? fait : `${fait} Pas prélevé : ${reste.join(' ; ')}.`
    const suite = { href: `/gestion/paiements/${lotId}`, libelle: 'Voir ce lot dans les paiements' }
    return { statut: 'FAIT', message, ...(lotId === null ? {} : { suite }) }
  },
})

const EQUIPE = ['GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] as const

export const recopierMandat = creerAction({
  nom: 'cotisations.recopierMandat',
  politique: { gestion: EQUIPE },
  schema: mandatPapierSchema,
  run: async ({ adhesion, rythme, jour, titulaire, iban, lieu, signeLe }, { acteur }) => {
    const signature = { le: signeLe, lieu, maniere: 'PAPIER' } as const
    const { issue, rum } = await souscrirePrelevement(
      acteur,
      { adhesionId: adhesion, titulaire, iban, periodicite: rythme, jour, signature },
      aujourdhui(),
    )
    revalidatePath('/gestion/cotisations', 'layout')
    return { statut: 'FAIT', message: FAIT_EQUIPE[issue](rum) }
  },
})

export const revoquerUnMandat = creerAction({
  nom: 'cotisations.revoquerUnMandat',
  politique: { gestion: EQUIPE },
  schema: revocationPapierSchema,
  run: async ({ adhesion }, { acteur }) => {
    const issue = await quitterLePrelevement(acteur, adhesion, aujourdhui())
    revalidatePath('/gestion/cotisations', 'layout')
    return { statut: 'FAIT', message: FAIT_EQUIPE[issue]('') }
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
