import { schemaPublie } from '@/lib/services/export-donnees/mutations'

/** The published shape of « donnees.json »: whoever receives a copy can check it. */
export const GET = (): Response =>
  new Response(JSON.stringify(schemaPublie(), null, 2), {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
