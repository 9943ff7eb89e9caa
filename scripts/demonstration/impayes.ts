import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { encaisserEcheances } from '@/lib/services/encaissement/mutations'
import { suivreImpayes } from '@/lib/services/impaye/mutations'
import { JOUR_DEMONSTRATION } from '@/prisma/demonstration/calendrier'
import { IMPAYE } from '@/prisma/demonstration/cotisations'
import { familles } from '@/prisma/demonstration/familles'
import type { Dire } from './chargement'
import { acteurDemonstration } from './comptes'

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
    if (jour === IMPAYE.payeLe) await encaisserLeCheque(jour)
    const fait = await suivreImpayes(jour)
    if (fait.echecs > 0) throw new Error(`impayés : ${fait.echecs} contrat(s) en échec le ${jour}`)
    actes += fait.actes
  }
  dire(actes === 0 ? 'Impayés : rien à suivre.' : `Impayés : ${actes} étapes suivies jour après jour.`)
}

/** The cheque that the letter of demand asked for; nothing when it was already cashed. */
async function encaisserLeCheque(jour: DateCivile): Promise<void> {
  const numero = familles.find(({ cle }) => cle === IMPAYE.famille)?.numeroAdherent
  const echeances = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT e.id FROM echeances e JOIN adhesions a ON a.id = e.adhesion_id WHERE a.numero_adherent = $1 AND e.exigible_le = $2
        AND e.etat = 'APPELEE'`,
      [numero, IMPAYE.exigibleLe],
    )
    return rows.map(({ id }) => id)
  })
  if (echeances.length > 0)
    await encaisserEcheances(await acteurDemonstration('COMPTABLE'), { echeances, jour })
}
