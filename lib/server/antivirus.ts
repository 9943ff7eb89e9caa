import { once } from 'node:events'
import { type NetConnectOpts, connect as ouvrirPrise, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { env } from './env'

/**
 * ClamAV's daemon, by its INSTREAM command (clamd(8)): the length of each chunk in 4 bytes, a zero to end, one line back.
 * Whatever is not a verdict is an error.
 */
const DELAI = 30_000

export const antivirusConfigure = (): boolean => env().CLAMD_URL !== undefined

/** Nobody answers, or not in time: every file waits. */
export class AntivirusInjoignable extends Error {
  override readonly name = 'AntivirusInjoignable'
}

/** It answered, but could not judge this file. */
export class AnalyseRefusee extends Error {
  override readonly name = 'AnalyseRefusee'
}

/** @throws {AntivirusInjoignable | AnalyseRefusee}: only a verdict is a verdict. */
export async function analyser(
  source: AsyncIterable<Uint8Array>,
  delai = DELAI,
): Promise<'SAIN' | 'INFECTE'> {
  return lireVerdict(await demander(source, delai))
}

function lireVerdict(reponse: string): 'SAIN' | 'INFECTE' {
  const ligne = reponse.replace(/[\0\n]+$/, '')
  if (ligne === 'stream: OK') return 'SAIN'
  if (/^stream: \S.* FOUND$/.test(ligne)) return 'INFECTE'
  if (ligne === '') throw new AntivirusInjoignable('clamd a raccroché sans répondre')
  throw new AnalyseRefusee(`clamd : ${ligne.slice(0, 200)}`)
}

function adresse(): NetConnectOpts {
  const url = new URL(env().CLAMD_URL ?? '')
  return url.protocol === 'unix:'
    ? { path: decodeURIComponent(url.pathname) }
    : { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) }
}

async function demander(source: AsyncIterable<Uint8Array>, delai: number): Promise<string> {
  const prise = ouvrirPrise(adresse())
  const fini = new AbortController()
  // The whole dialogue, not the silence between two bytes.
  const limite = setTimeout(() => prise.destroy(new AntivirusInjoignable('pas de réponse à temps')), delai)
  try {
    const reponse = text(prise)
    // It may answer and hang up before the end (size limit): its line counts more than our broken pipe.
    const envoi = envoyer(prise, source, fini.signal).catch((erreur: unknown) => {
      if (erreur instanceof ErreurDeSource) prise.destroy(erreur)
    })
    const ligne = await reponse
    fini.abort()
    await envoi
    return ligne
  } catch (erreur) {
    if (erreur instanceof ErreurDeSource) throw erreur.cause
    if (erreur instanceof Error && 'syscall' in erreur) throw new AntivirusInjoignable(erreur.message)
    throw erreur
  } finally {
    clearTimeout(limite)
    fini.abort()
    prise.destroy()
  }
}

/** Our own file could not be read: not the scanner's doing. */
class ErreurDeSource extends Error {}

async function* lireSource(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source
  } catch (erreur) {
    throw new ErreurDeSource('source illisible', { cause: erreur })
  }
}

async function envoyer(prise: Socket, source: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
  prise.write('zINSTREAM\0')
  for await (const octets of lireSource(source)) {
    if (octets.length === 0) continue
    const longueur = Buffer.alloc(4)
    longueur.writeUInt32BE(octets.length)
    prise.write(longueur)
    if (!prise.write(octets)) await once(prise, 'drain', { signal })
  }
  prise.write(Buffer.alloc(4))
}
