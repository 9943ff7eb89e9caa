import { lire } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { SYSTEME } from '@/lib/server/portee'

export const dynamic = 'force-dynamic'

const HEADERS = { 'cache-control': 'no-store' }

/** Alive and able to reach its database. Says nothing else to whoever asks. */
export async function GET(): Promise<Response> {
  try {
    await lire(SYSTEME, (tx) => tx.$queryRaw`SELECT 1`)
    return Response.json({ statut: 'ok' }, { headers: HEADERS })
  } catch (error) {
    log.error({ evenement: 'sante', erreur: error instanceof Error ? error.message : String(error) })
    return Response.json(
      { statut: 'indisponible' },
      { status: 503, headers: { ...HEADERS, 'retry-after': '5' } },
    )
  }
}
