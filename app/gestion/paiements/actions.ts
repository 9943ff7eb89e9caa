'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { phraseARapprocher, phraseRetours, phraseToutCompense } from '@/lib/lexique/paiement'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { abandonnerIndu, contesterIndu, maintenirIndu } from '@/lib/services/contestation/mutations'
import { maintienSchema, remiseSchema } from '@/lib/services/contestation/schema'
import { echelonnerIndu, encaisserIndu } from '@/lib/services/indu/mutations'
import { abandonnerLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import {
  demanderEmission,
  exigerJourDExecution,
  lireFichierDeBanque,
} from '@/lib/services/paiement/mutations'
import {
  fichierBanqueSchema,
  induSchema,
  lotSchema,
  mensualiteSchema,
  preparationSchema,
  reglementInduSchema,
  ribSchema,
  validationSchema,
} from '@/lib/services/paiement/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { enregistrerRibTiers } from '@/lib/services/tiers/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'

const PAGE = '/gestion/paiements'

export const preparerLot = creerAction({
  nom: 'paiements.preparerLot',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: preparationSchema,
  run: async ({ executionLe, ...preuve }, { acteur, visite }) => {
    const jour = aujourdhui()
    exigerJourDExecution(executionLe, jour)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    const { lotId, compensees } = await preparerVersements(acteur, { executionLe, jour })
    revalidatePath(PAGE, 'layout')
    if (lotId !== null) redirect(`${PAGE}/${lotId}`)
    return { statut: 'FAIT', message: phraseToutCompense(compensees) }
  },
})

export const validerUnLot = creerAction({
  nom: 'paiements.validerUnLot',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: validationSchema,
  run: async ({ lot, ...preuve }, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await validerLot(acteur, lot)
    revalidatePath(`${PAGE}/${lot}`)
    return { statut: 'FAIT', message: 'Lot contrôlé. Il reste à écrire son fichier.' }
  },
})

export const abandonnerUnLot = creerAction({
  nom: 'paiements.abandonnerUnLot',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: lotSchema,
  run: async ({ lot }, { acteur }) => {
    await abandonnerLot(acteur, lot)
    revalidatePath(`${PAGE}/${lot}`)
    return { statut: 'FAIT', message: 'Lot abandonné. Ce qu’il devait payer peut repartir dans un autre.' }
  },
})

export const emettreUnLot = creerAction({
  nom: 'paiements.emettreUnLot',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: lotSchema,
  run: async ({ lot }, { acteur }) => {
    await demanderEmission(acteur, lot)
    revalidatePath(`${PAGE}/${lot}`)
    return { statut: 'FAIT', message: 'Demande enregistrée : le fichier s’écrit.' }
  },
})

export const saisirRibTiers = creerAction({
  nom: 'paiements.saisirRibTiers',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: ribSchema,
  run: async ({ tiers, iban, ...preuve }, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await enregistrerRibTiers(acteur, tiers, iban)
    revalidatePath(`${PAGE}/professionnels`)
    return { statut: 'FAIT', message: `Compte enregistré : il finit par ${iban.slice(-4)}.` }
  },
})

const LIGNES_DITES = 20

export const lireFichierBanque = creerAction({
  nom: 'paiements.lireFichierBanque',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: fichierBanqueSchema,
  run: async ({ fichier }, { acteur }) => {
    const lus = await lireFichierDeBanque(acteur, new Uint8Array(await fichier.arrayBuffer()))
    revalidatePath(`${PAGE}/retours`)
    const reste = lus.aRapprocher.slice(0, LIGNES_DITES).map(phraseARapprocher).join(' ; ')
    const bilan = phraseRetours({ ...lus, aRapprocher: lus.aRapprocher.length })
    return { statut: 'FAIT', message: reste === '' ? bilan : `${bilan} À rapprocher : ${reste}.` }
  },
})

export const echelonnerUnIndu = creerAction({
  nom: 'paiements.echelonnerUnIndu',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: mensualiteSchema,
  run: async ({ indu, mensualite }, { acteur }) => {
    await echelonnerIndu(acteur, indu, aujourdhui(), mensualite)
    revalidatePath(`${PAGE}/indus`)
    return {
      statut: 'FAIT',
      message: 'Mensualité enregistrée : plus rien ne sera retenu sur les remboursements.',
    }
  },
})

export const reprendreSurRemboursements = creerAction({
  nom: 'paiements.reprendreSurRemboursements',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: induSchema,
  run: async ({ indu }, { acteur }) => {
    await echelonnerIndu(acteur, indu, aujourdhui(), null)
    revalidatePath(`${PAGE}/indus`)
    return { statut: 'FAIT', message: 'La somme sera retenue sur les prochains remboursements.' }
  },
})

export const contesterUnIndu = creerAction({
  nom: 'paiements.contesterUnIndu',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: induSchema,
  run: async ({ indu }, { acteur }) => {
    await contesterIndu(acteur, indu, aujourdhui())
    revalidatePath(`${PAGE}/indus`)
    return { statut: 'FAIT', message: 'Contestation notée : rien ne sera retenu avant votre décision.' }
  },
})

export const maintenirUnIndu = creerAction({
  nom: 'paiements.maintenirUnIndu',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: maintienSchema,
  run: async ({ indu, phrase }, { acteur }) => {
    await maintenirIndu(acteur, indu, aujourdhui(), phrase)
    redirect(`${PAGE}/indus?indu=${indu}`)
  },
})

export const abandonnerUnIndu = creerAction({
  nom: 'paiements.abandonnerUnIndu',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: remiseSchema,
  run: async ({ indu, ...dit }, { acteur }) => {
    await abandonnerIndu(acteur, indu, aujourdhui(), dit)
    redirect(`${PAGE}/indus?indu=${indu}`)
  },
})

export const noterReglementIndu = creerAction({
  nom: 'paiements.noterReglementIndu',
  politique: { gestion: ['COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR'] },
  schema: reglementInduSchema,
  run: async ({ indu, montant }, { acteur }) => {
    await encaisserIndu(acteur, indu, aujourdhui(), montant)
    revalidatePath(`${PAGE}/indus`)
    return { statut: 'FAIT', message: 'Somme reçue enregistrée.' }
  },
})
