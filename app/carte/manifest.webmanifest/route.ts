import { lireCadre } from '@/lib/services/cadre/data'

/** What a phone needs to put the card on its first screen. Names nobody. */
export function GET(): Response {
  const { nomCourt, couleurs } = lireCadre().organisme
  return Response.json(
    {
      name: `Ma carte ${nomCourt}`,
      short_name: 'Ma carte',
      lang: 'fr',
      start_url: '/carte',
      scope: '/carte',
      display: 'standalone',
      theme_color: couleurs.action,
      background_color: '#ffffff',
      icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
    },
    { headers: { 'Content-Type': 'application/manifest+json' } },
  )
}
