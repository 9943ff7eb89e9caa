import { createServer } from 'node:net'

type Listening = { readonly port: number; readonly error: string | null }

function tryListen(port: number, host?: string): Promise<Listening> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', (error: NodeJS.ErrnoException) => resolve({ port, error: error.code ?? 'ERREUR' }))
    server.listen({ port, ...(host ? { host } : {}), exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve({ port: found, error: null }))
    })
  })
}

/** The system's error code (EADDRINUSE, EACCES…) that listening there would meet, or null. */
export async function listenError(port: number, host?: string): Promise<string | null> {
  return (await tryListen(port, host)).error
}

export async function isFree(port: number, host?: string): Promise<boolean> {
  return (await listenError(port, host)) === null
}

export async function freePort(): Promise<number> {
  const { port, error } = await tryListen(0, '127.0.0.1')
  if (error) throw new Error(`aucun port libre : ${error}`)
  return port
}
