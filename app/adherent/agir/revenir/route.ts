import { maintenant } from '@/lib/server/clock'
import { exigerSoi, sessionCourante } from '@/lib/server/session'
import { revenir } from '@/lib/services/exercice-delegation/mutations'

/** A form on every page that is seen for another, without a script. */
export async function POST(): Promise<Response> {
  const acteur = await exigerSoi()
  const session = await sessionCourante()
  if (session !== null) await revenir(acteur, session.sessionId, maintenant())
  return new Response(null, { status: 303, headers: { Location: '/adherent' } })
}
