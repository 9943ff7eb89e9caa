'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { quitterLePrelevement, souscrirePrelevement } from '@/lib/services/mode-paiement/mutations'
import { revocationSchema, signatureSchema } from '@/lib/services/mode-paiement/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'

const PAGE = '/adherent/cotisations'

export const signerMonMandat = creerAction({
  nom: 'prelevement.signerMonMandat',
  politique: 'ADHERENT',
  schema: signatureSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste } = partager(saisie)
    const { adhesion, rythme, jour, titulaire, iban, lieu } = reste
    await confirmerIdentite(acteur, preuve, 'IDENTITE', visite)
    const le = aujourdhui()
    await souscrirePrelevement(
      acteur,
      {
        adhesionId: adhesion,
        titulaire,
        iban,
        periodicite: rythme,
        jour,
        signature: { le, lieu, maniere: 'EN_LIGNE' },
      },
      le,
    )
    revalidatePath(PAGE, 'layout')
    redirect(`${PAGE}/prelevement?contrat=${adhesion}&fait=signe`)
  },
})

export const arreterMonPrelevement = creerAction({
  nom: 'prelevement.arreterMonPrelevement',
  politique: 'ADHERENT',
  schema: revocationSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste } = partager(saisie)
    const { adhesion } = reste
    await confirmerIdentite(acteur, preuve, 'IDENTITE', visite)
    await quitterLePrelevement(acteur, adhesion, aujourdhui())
    revalidatePath(PAGE, 'layout')
    redirect(`${PAGE}/prelevement?contrat=${adhesion}&fait=revoque`)
  },
})
