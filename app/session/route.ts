import { maintenant } from '@/lib/server/clock'
import { finDeSession } from '@/lib/server/session'

/** How long the session lasts, without making it last. What an open page asks before it warns. */
export async function GET(): Promise<Response> {
  const fin = await finDeSession()
  const reste = fin === null ? 0 : Math.max(0, fin.finLe.getTime() - maintenant().getTime())
  return Response.json({ reste, qui: fin?.compteId ?? null, espace: fin?.espace ?? null })
}
