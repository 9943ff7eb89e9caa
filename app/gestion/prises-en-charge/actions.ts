'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_PRISE } from '@/lib/lexique/prises-en-charge'
import { creerAction } from '@/lib/server/action'
import { normaliserNumeroAdherent } from '@/lib/server/identifiant'
import { trouverContrat } from '@/lib/services/prise-en-charge/data'
import {
  annulerPriseEnCharge,
  apercevoirPriseEnCharge,
  deciderPriseEnCharge,
  enregistrerPriseEnCharge,
  utiliserPriseEnCharge,
} from '@/lib/services/prise-en-charge/mutations'
import {
  annulationPriseSchema,
  decisionSchema,
  ouvertureSchema,
  saisiePriseSchema,
  suiviPriseSchema,
} from '@/lib/services/prise-en-charge/schema'
import { voirApercu } from '@/lib/services/prise-en-charge/view'
import { articleCite } from '@/lib/services/remboursement/data'

const EQUIPE = { gestion: ['GESTIONNAIRE', 'SUPERVISEUR'] } as const
const ICI = '/gestion/prises-en-charge'

export const ouvrirUneDemande = creerAction({
  nom: 'prises.ouvrirUneDemande',
  politique: EQUIPE,
  schema: ouvertureSchema,
  run: async ({ numeroAdherent, genre, nature }, { acteur }) => {
    const adhesion = await trouverContrat(acteur, normaliserNumeroAdherent(numeroAdherent))
    if (adhesion === null)
      throw new SaisieRefusee({ champ: 'numeroAdherent', message: PHRASES_PRISE.CONTRAT_INCONNU })
    redirect(`${ICI}/saisir/${adhesion}?genre=${genre}&nature=${nature}`)
  },
})

export const enregistrerUneDemande = creerAction({
  nom: 'prises.enregistrerUneDemande',
  politique: EQUIPE,
  schema: saisiePriseSchema,
  run: async ({ adhesion, personne, nature, dmt, codeRisque, ...demande }, { acteur }) => {
    const sejour = nature === 'HOSPITALISATION'
    const id = await enregistrerPriseEnCharge(acteur, {
      ...demande,
      nature,
      adhesionId: adhesion,
      personneId: personne,
      dmt: sejour ? dmt : null,
      codeRisque: sejour ? codeRisque : null,
      demandeur: 'MUTUELLE',
      actes: [],
    })
    redirect(`${ICI}/${id}`)
  },
})

export const deciderDUneDemande = creerAction({
  nom: 'prises.deciderDUneDemande',
  politique: EQUIPE,
  schema: decisionSchema,
  run: async (saisie, { acteur }) => {
    if (saisie.geste === 'APERCU') {
      const { calcul, empechement } = await apercevoirPriseEnCharge(acteur, saisie)
      const reponse = voirApercu(calcul, empechement, { article: articleCite })
      return { statut: 'REPONSE' as const, reponse, valeurs: saisie.valeurs }
    }
    await deciderPriseEnCharge(acteur, saisie)
    revalidatePath(ICI, 'layout')
    redirect(`${ICI}/${saisie.prise}`)
  },
})

export const annulerUneDemande = creerAction({
  nom: 'prises.annulerUneDemande',
  politique: EQUIPE,
  schema: annulationPriseSchema,
  run: async ({ raisonAnnulation, ...suivi }, { acteur }) => {
    await annulerPriseEnCharge(acteur, { ...suivi, raison: raisonAnnulation })
    redirect(`${ICI}/${suivi.prise}`)
  },
})

export const noterLaFacture = creerAction({
  nom: 'prises.noterLaFacture',
  politique: EQUIPE,
  schema: suiviPriseSchema,
  run: async (suivi, { acteur }) => {
    await utiliserPriseEnCharge(acteur, suivi)
    redirect(`${ICI}/${suivi.prise}`)
  },
})
