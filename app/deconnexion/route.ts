import { maintenant } from '@/lib/server/clock'
import { oublierSession, sessionCourante, sortieCourante } from '@/lib/server/session'
import { seDeconnecter } from '@/lib/services/connexion/mutations'

/** A route and not an action, because only a route may answer `Clear-Site-Data`. proxy.ts has checked the origin. */
export async function POST(): Promise<Response> {
  const session = await sessionCourante()
  if (session !== null) await seDeconnecter(session, maintenant())
  await oublierSession()
  // The session is over already: telling the provider through which the person came is all that is left.
  const suite = (await sortieCourante()) === null ? '/connexion?info=sortie' : '/deconnexion/fournisseur'
  return new Response(null, {
    status: 303,
    headers: { Location: suite, 'Clear-Site-Data': '"cache", "storage"' },
  })
}
