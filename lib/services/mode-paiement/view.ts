import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { quitterPrelevement } from '@/lib/rules/echeancier/quitter-prelevement'
import { reglementDe } from '../cotisation/view'
import type { PaiementLu } from './data'

type Payeur = Pick<PaiementLu, 'contrat' | 'modalite'>

/** What the règlement says of somebody who is debited no more; null where it does not know the cheque, or nothing was debited. */
export function suiteSansPrelevement({ contrat, modalite }: Payeur, le: DateCivile) {
  if (modalite?.mode !== 'PRELEVEMENT') return null
  try {
    const faits = { date: le, periodicite: modalite.periodicite }
    const decision = quitterPrelevement(reglementDe(contrat.reglement), faits)
    return decision.verdict === 'ACCORDEE' ? decision : null
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle && erreur.code === 'NON_PREVU') return null
    throw erreur
  }
}
