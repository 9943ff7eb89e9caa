// Shows a kept card when there is no network, or no session left. It keeps nothing by itself: the page does, when the member asks
// (components/carte/sur-cet-appareil.tsx), under the name below. Scope: /carte.
const CACHE = 'carte'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  event.respondWith(request.mode === 'navigate' ? openPage(request) : loadPart(request))
})

const kept = async (request) => (await caches.open(CACHE)).match(request, { ignoreVary: true })

/** The network first. Without it, or when it only leads to the login page, the kept copy of this card. */
async function openPage(request) {
  try {
    const response = await fetch(request)
    const refused = response.type === 'opaqueredirect' || response.status >= 500
    return (refused ? await kept(request) : undefined) ?? response
  } catch {
    return (await kept(request)) ?? (await firstCard()) ?? Response.error()
  }
}

/** The installed page opens on /carte, which without network is the card that was kept. */
async function firstCard() {
  const requests = await (await caches.open(CACHE)).keys()
  const card = requests.find(({ url }) => new URL(url).pathname.startsWith('/carte/'))
  return card === undefined ? undefined : Response.redirect(card.url)
}

async function loadPart(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const response = await kept(request)
    if (response === undefined) throw error
    return response
  }
}
