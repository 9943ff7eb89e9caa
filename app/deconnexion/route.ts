import { maintenant } from '@/lib/server/clock'
import { oublierSession, sessionCourante } from '@/lib/server/session'
import { seDeconnecter } from '@/lib/services/connexion/mutations'

/** A route and not an action, because only a route may answer `Clear-Site-Data`. proxy.ts has checked the origin. */
export async function POST(): Promise<Response> {
  const session = await sessionCourante()
  if (session !== null) await seDeconnecter(session, maintenant())
  await oublierSession()
  return new Response(null, {
    status: 303,
    headers: { Location: '/connexion?info=sortie', 'Clear-Site-Data': '"cache", "storage"' },
  })
}
