import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { suivreImpayes } from '@/lib/services/impaye/mutations'
import { JOUR_DEMONSTRATION } from '@/prisma/demonstration/calendrier'
import type { Dire } from './chargement'

/** Days played again before the fixed day: letters of demand leave on their own day, and nobody is suspended yet. */
const JOURS = 16

/** The daily job, day after day, as it ran: what is unpaid is where it would be. Loaded again, nothing leaves twice. */
export async function deroulerImpayes(dire: Dire): Promise<void> {
  let actes = 0
  for (
    let jour: DateCivile = ajouterJours(JOUR_DEMONSTRATION, -JOURS);
    jour <= JOUR_DEMONSTRATION;
    jour = ajouterJours(jour, 1)
  ) {
    const fait = await suivreImpayes(jour)
    if (fait.echecs > 0) throw new Error(`impayés : ${fait.echecs} contrat(s) en échec le ${jour}`)
    actes += fait.actes
  }
  dire(actes === 0 ? 'Impayés : rien à suivre.' : `Impayés : ${actes} étapes suivies jour après jour.`)
}
