import { ecrire } from '@/lib/server/db'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadMesDelegations } from '@/lib/services/delegation/data'
import { donnerDelegation, repondreDelegation } from '@/lib/services/delegation/mutations'
import { DELEGATIONS } from '@/prisma/demonstration/delegations'
import type { Dire } from './chargement'

async function porteeDe(email: string): Promise<PorteeAdherent> {
  const { rows } = await ecrire(SYSTEME, (client) =>
    client.query<{ compteId: string; personneId: string; adhesions: string[] }>(
      `SELECT c.id AS "compteId", c.personne_id AS "personneId",
          ARRAY(SELECT a.id::text FROM adhesions a WHERE a.membre_participant_id = c.personne_id) AS adhesions
        FROM comptes c WHERE c.email = $1 AND c.personne_id IS NOT NULL`,
      [email],
    ),
  )
  const [compte] = rows
  if (compte === undefined) throw new Error(`délégations : ${email} n'a pas de compte dans la démonstration`)
  return frapperAdherent({ type: 'ADHERENT', ...compte, adhesionsLues: [] })
}

/** Given from one space, accepted from the other, as they would. Loaded again, they are there. */
export async function confierEspaces(dire: Dire): Promise<void> {
  let faites = 0
  for (const { de, a, motif, etendue } of DELEGATIONS) {
    const donne = await porteeDe(de)
    if ((await loadMesDelegations(donne)).delegations.length > 0) continue
    await donnerDelegation(donne, { motif, etendue, au: null, designation: { par: 'EMAIL', email: a } })
    const [proposee] = (await loadMesDelegations(donne)).delegations
    if (proposee !== undefined) await repondreDelegation(await porteeDe(a), proposee.id, 'ACCEPTER')
    faites += 1
  }
  dire(faites === 0 ? 'Délégations : déjà données.' : `Délégations : ${faites} donnée.`)
}
