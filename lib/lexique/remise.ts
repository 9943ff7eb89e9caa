import type { RaisonRemise } from '@/lib/services/contestation/schema'
import { formatMontant } from './formats'

/** Why a sum is given up, as the person reads it. */
export const RAISONS_REMISE: Readonly<Record<RaisonRemise, string>> = {
  SOIN_REEL: 'Le soin a bien eu lieu : son remboursement vous était dû.',
  PERSONNE_COUVERTE: 'La personne soignée était bien couverte ce jour-là.',
  MONTANT_JUSTE: 'Le montant que nous vous avions versé était juste.',
  NOTRE_ERREUR: 'L’erreur vient de nous, et vous ne pouviez pas la voir.',
  SITUATION: 'Nous tenons compte de votre situation.',
}

/** As staff chooses it. */
export const CHOIX_RAISONS: readonly { readonly valeur: string; readonly libelle: string }[] = [
  { valeur: '', libelle: 'Choisissez' },
  ...Object.entries(RAISONS_REMISE).map(([valeur, libelle]) => ({ valeur, libelle })),
]

/** As it was kept; null: none, or one that is no longer given. */
export const direRaison = (code: string | null): string | null =>
  Object.entries(RAISONS_REMISE).find(([connue]) => connue === code)?.[1] ?? null

/** What was given back before a sum was given up. */
export const phraseDejaRendu = (deja: number): string =>
  `Vous aviez déjà rendu ${formatMontant(deja)} : cette décision ne vous les reverse pas. Si vous pensez qu’ils vous sont dus, adressez-nous une réclamation.`
