'use server'

import { revalidatePath } from 'next/cache'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import {
  PHRASES_COURRIEL,
  PHRASES_TELEPHONE,
  phraseAdresseFaite,
  phraseCourrielDemande,
} from '@/lib/lexique/coordonnees'
import { PHRASE_PREFERENCES } from '@/lib/lexique/preferences-envoi'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import {
  abandonnerChangement,
  demanderCourriel,
  renvoyerLien,
} from '@/lib/services/changement-courriel/mutations'
import { attenteSchema, courrielSchema } from '@/lib/services/changement-courriel/schema'
import { exigerContrat } from '@/lib/services/coordonnees/access'
import { changerTelephones, declarerAdresse } from '@/lib/services/coordonnees/mutations'
import { adresseSchema, telephonesSchema } from '@/lib/services/coordonnees/schema'
import { choisirPreferences } from '@/lib/services/preference-envoi/mutations'
import { preferencesSchema } from '@/lib/services/preference-envoi/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'
import { partager } from '@/lib/services/reauthentification/schema'
import { annulerRib, changerRib } from '@/lib/services/rib/mutations'
import { annulationRibSchema, ribSchema } from '@/lib/services/rib/schema'

const PAGE = '/adherent/coordonnees'

/** After a refusal too: the page then shows what was written meanwhile, and the next submission follows it. */
async function puisRelire<T>(commande: () => Promise<T>): Promise<T> {
  try {
    return await commande()
  } catch (erreur) {
    if (erreur instanceof SaisieRefusee) revalidatePath(PAGE, 'layout')
    throw erreur
  }
}

export const enregistrerAdresse = creerAction({
  nom: 'coordonnees.enregistrerAdresse',
  politique: 'ADHERENT',
  delegable: 'DEMANDER',
  schema: adresseSchema,
  // Reading a file costs the machine more than sending it.
  limite: { libres: 30, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async (adresse, { acteur }) => {
    exigerContrat(acteur)
    await puisRelire(() => declarerAdresse(acteur, adresse, aujourdhui()))
    return { statut: 'FAIT', message: phraseAdresseFaite(adresse, adresse.du) }
  },
})

export const enregistrerTelephones = creerAction({
  nom: 'coordonnees.enregistrerTelephones',
  politique: 'ADHERENT',
  schema: telephonesSchema,
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste: telephones } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'IDENTITE', visite)
    await puisRelire(() => changerTelephones(acteur, telephones))
    return { statut: 'FAIT', message: PHRASES_TELEPHONE.FAIT }
  },
})

export const demanderNouveauCourriel = creerAction({
  nom: 'coordonnees.demanderNouveauCourriel',
  politique: 'ADHERENT',
  schema: courrielSchema,
  run: async ({ email, ...preuve }, { acteur, visite }) => {
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    await demanderCourriel(acteur, email, visite.instant)
    return { statut: 'FAIT', message: phraseCourrielDemande(email) }
  },
})

export const renvoyerLeLien = creerAction({
  nom: 'coordonnees.renvoyerLeLien',
  politique: 'ADHERENT',
  schema: attenteSchema,
  run: async (_saisie, { acteur, visite }) => {
    await renvoyerLien(acteur, visite.instant)
    revalidatePath(PAGE, 'layout')
    return { statut: 'FAIT', message: PHRASES_COURRIEL.RENVOYE }
  },
})

export const abandonnerNouveauCourriel = creerAction({
  nom: 'coordonnees.abandonnerNouveauCourriel',
  politique: 'ADHERENT',
  schema: attenteSchema,
  run: async (_saisie, { acteur, visite }) => {
    await abandonnerChangement(acteur, visite.instant)
    revalidatePath(PAGE, 'layout')
    return { statut: 'FAIT', message: PHRASES_COURRIEL.ABANDONNE }
  },
})

export const enregistrerRib = creerAction({
  nom: 'coordonnees.enregistrerRib',
  politique: 'ADHERENT',
  delegable: 'RECEVOIR',
  schema: ribSchema,
  // Reading a file costs the machine more than sending it.
  limite: { libres: 30, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async (saisie, { acteur, visite }) => {
    const { preuve, reste: rib } = partager(saisie)
    await confirmerIdentite(acteur, preuve, 'FACTEUR', visite)
    const moment = { jour: aujourdhui(), instant: visite.instant }
    return { statut: 'FAIT', message: await puisRelire(() => changerRib(acteur, rib, moment)) }
  },
})

export const abandonnerRib = creerAction({
  nom: 'coordonnees.abandonnerRib',
  politique: 'ADHERENT',
  delegable: 'RECEVOIR',
  schema: annulationRibSchema,
  run: async ({ changement }, { acteur, visite }) => {
    const moment = { jour: aujourdhui(), instant: visite.instant }
    const message = await puisRelire(() => annulerRib(acteur, changement, moment))
    revalidatePath(PAGE, 'layout')
    return { statut: 'FAIT', message }
  },
})

export const enregistrerPreferences = creerAction({
  nom: 'coordonnees.enregistrerPreferences',
  politique: 'ADHERENT',
  schema: preferencesSchema,
  run: async (preferences, { acteur }) => {
    exigerContrat(acteur)
    await choisirPreferences(acteur, preferences)
    revalidatePath(PAGE, 'layout')
    return { statut: 'FAIT', message: PHRASE_PREFERENCES }
  },
})
