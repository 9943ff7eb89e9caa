import type { Mensualite } from '@/lib/rules/aide/avancer-sante'
import type { Montant } from '@/lib/rules/montant/montant'
import { formatDateEnLettres, formatMontant } from './formats'

export const PHRASES_AVANCE = {
  ROLE: 'Seules la comptabilité et la supervision notent ce qui est rendu.',
  INTROUVABLE: 'Cette avance n’est pas à rendre : rechargez la page.',
  TROP: 'C’est plus que ce qui reste à rendre.',
  MONTANT: 'Écrivez le montant reçu, par exemple 100 ou 100,50.',
} as const

type EtatAvance = 'A_VERSER' | 'VERSEE' | 'SOLDEE' | 'ANNULEE'

/** Où en est une avance, en une phrase. */
export function direAvance(etat: EtatAvance, reste: Montant, prochaine: Mensualite | null): string {
  if (etat === 'A_VERSER') return 'Accordée : elle part au prochain virement.'
  if (etat === 'SOLDEE') return 'Entièrement rendue.'
  if (etat === 'ANNULEE') return 'Annulée.'
  const suite =
    prochaine === null
      ? ''
      : ` Prochaine mensualité : ${formatMontant(prochaine.montant)} le ${formatDateEnLettres(prochaine.le)}.`
  return `Il reste ${formatMontant(reste)} à rendre.${suite}`
}
