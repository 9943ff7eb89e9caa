// Preloaded in the web server: Next keeps an X-Forwarded-For that the client wrote itself, so throttling by address would be escaped by
// writing another one at each try. The address of the socket is appended, as any relay does; lib/server/visite reads from the right.
import { subscribe } from 'node:diagnostics_channel'

subscribe('http.server.request.start', (message) => {
  const { headers } = message.request
  const seen = headers['x-forwarded-for']
  const address = message.socket.remoteAddress ?? ''
  headers['x-forwarded-for'] = seen === undefined ? address : `${seen}, ${address}`
})
