import { maintenant } from '@/lib/server/clock'
import { exigerGestion, sessionCourante } from '@/lib/server/session'
import { finirRegard } from '@/lib/services/regard/mutations'

/** A form on every page of the space that is looked at, without a script. */
export async function POST(): Promise<Response> {
  const acteur = await exigerGestion()
  const session = await sessionCourante()
  if (session !== null) await finirRegard(acteur, session.sessionId, maintenant())
  const personne = session?.regard?.portee.personneId
  const suite = personne === undefined ? '/gestion' : `/gestion/adherents/${personne}`
  return new Response(null, { status: 303, headers: { Location: suite } })
}
