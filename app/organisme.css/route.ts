import { lireCadre } from '@/lib/services/cadre/data'

/**
 * The organisme's colours, as a stylesheet of our own origin: the content security policy stays free of inline styles.
 * `html:root` outweighs the defaults of globals.css wherever the browser puts this sheet.
 */
export function GET(): Response {
  const { action, actionSombre } = lireCadre().organisme.couleurs
  const feuille = `html:root{--action:${action}}@media screen and (prefers-color-scheme:dark){html:root{--action:${actionSombre}}}\n`
  return new Response(feuille, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  })
}
