// Shows a kept card when there is no network, too little of it, or no session left. It keeps nothing by itself: the page does, when the member
// asks (components/carte/cartes-gardees.ts), under the names below. Scope: /carte.
const CACHE = 'carte'
/** On a kept card: { cle, titre, detail }, percent-encoded JSON. */
const ENTETE = 'X-Carte'
/** Somebody waits at the counter: the kept card opens after this, in milliseconds. */
const PATIENCE = 3000
/** The network failed: what a page asks for next does not wait again. */
const MEMOIRE = 10_000

let faibleJusqua = 0

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  event.respondWith(request.mode === 'navigate' ? openPage(request) : loadPart(request))
})

const kept = async (request) => (await caches.open(CACHE)).match(request, { ignoreVary: true })

/** The network's answer, never a failure; and what there is of it in time. Undefined: nothing. */
async function ask(request) {
  const whole = fetch(request).catch(() => undefined)
  const wait = faibleJusqua > Date.now() ? 0 : PATIENCE
  const soon = await Promise.race([whole, new Promise((tell) => setTimeout(tell, wait))])
  if (soon === undefined && wait > 0) faibleJusqua = Date.now() + MEMOIRE
  return { whole, soon }
}

/** It only leads to the login page, or the server is down. */
const refused = (response) => response.type === 'opaqueredirect' || response.status >= 500

/** The network first; else the kept copy of this card, else the cards that were kept, else what the network says in the end. */
async function openPage(request) {
  const { whole, soon } = await ask(request)
  if (soon !== undefined && !refused(soon)) return soon
  return (await kept(request)) ?? (await keptCards()) ?? (await whole) ?? Response.error()
}

/** The installed page opens on /carte, which is then the kept card; with several, their list. */
async function keptCards() {
  const cache = await caches.open(CACHE)
  const cards = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/carte/'))
  if (cards.length < 2) return cards.length === 0 ? undefined : Response.redirect(cards[0].url)
  const said = await Promise.all(
    cards.map(async (card) => {
      const { titre, detail } = about(await cache.match(card, { ignoreVary: true }))
      return `<li><a href="${escaped(new URL(card.url).pathname)}">${escaped(titre)}</a><br>${escaped(detail)}</li>`
    }),
  )
  return new Response(LISTE(said.sort().join('')), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

function about(response) {
  const said = response.headers.get(ENTETE)
  return said === null ? { titre: 'Carte de tiers payant', detail: '' } : JSON.parse(decodeURIComponent(said))
}

const escaped = (texte) => texte.replace(/[&<>"]/g, (signe) => `&#${signe.charCodeAt(0)};`)

const LISTE = (lignes) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mes cartes gardées</title>
<style>body{font:1.125rem/1.5 sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
ul{padding:0;list-style:none}li{margin:1.5rem 0}a{display:inline-block;padding:.75rem 0;font-weight:bold;color:#0a4a8f}</style></head>
<body><main><h1>Mes cartes gardées</h1>
<p>Vous avez gardé plusieurs cartes sur cet appareil. Choisissez celle à montrer.</p><ul>${lignes}</ul></main></body></html>`

async function loadPart(request) {
  const { whole, soon } = await ask(request)
  if (soon !== undefined) return soon
  return (await kept(request)) ?? (await whole) ?? Response.error()
}
