import { type LookupAddress, lookup } from 'node:dns'
import { request as requeteHttp } from 'node:http'
import { request as requeteHttps } from 'node:https'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'

/**
 * A call to somebody else's server: only to a host that is configured, never where a redirection says, not into the private network unless
 * the configuration says so (the address is looked at once, and that one is used), in five seconds and a bounded size.
 */
export interface RegleSortie {
  /** « hôte » or « hôte:port », as in a URL. */
  readonly hotes: ReadonlySet<string>
  readonly reseauPrive: boolean
}

export interface Envoi {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

const DELAI_MS = 5_000
const TAILLE_MAX = 256 * 1024

export class SortieInterdite extends Error {
  override readonly name = 'SortieInterdite'
}

/** One list a family: in a list that has both, an IPv4 answers to « ::/8 », being one of its writings. */
const PRIVEES = { ipv4: new BlockList(), ipv6: new BlockList() } as const
for (const [reseau, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVEES.ipv4.addSubnet(reseau, bits, 'ipv4')
for (const [reseau, bits] of [
  // Unspecified, loopback and every writing of an IPv4 inside an IPv6.
  ['::', 8],
  ['64:ff9b::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVEES.ipv6.addSubnet(reseau, bits, 'ipv6')

/** True for an address that is not on the public Internet. */
export function adressePrivee(adresse: string): boolean {
  const famille = isIPv6(adresse) ? 'ipv6' : 'ipv4'
  return PRIVEES[famille].check(adresse, famille)
}

/** Resolves once, for the socket itself: what was checked is what is called, whatever the name says a moment later. */
const resoudrePublique: LookupFunction = (hote, options, rappel) => {
  lookup(hote, { ...options, all: true }, (erreur, adresses: LookupAddress[]) => {
    const premiere = adresses?.[0]
    if (erreur !== null || premiere === undefined) return rappel(erreur ?? new Error('nom inconnu'), '')
    if (adresses.some(({ address }) => adressePrivee(address)))
      return rappel(new SortieInterdite('adresse privée'), '')
    if (options.all === true) return rappel(null, adresses)
    return rappel(null, premiere.address, premiere.family)
  })
}

function verifierCible(url: URL, regle: RegleSortie): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new SortieInterdite('protocole')
  if (!regle.hotes.has(url.host)) throw new SortieInterdite('hôte non configuré')
  const nu = url.hostname.replace(/^\[|\]$/g, '')
  if (!regle.reseauPrive && isIP(nu) !== 0 && adressePrivee(nu)) throw new SortieInterdite('adresse privée')
}

/** What a client library calls instead of `fetch`. @throws {SortieInterdite} before anything leaves. */
export const appelSortant =
  (regle: RegleSortie) =>
  async (adresse: string, envoi: Envoi): Promise<Response> => {
    const url = new URL(adresse)
    verifierCible(url, regle)
    const delai = AbortSignal.timeout(DELAI_MS)
    const signal = envoi.signal === undefined ? delai : AbortSignal.any([delai, envoi.signal])
    return echanger(url, envoi, regle, signal)
  }

const SANS_CORPS = new Set([101, 103, 204, 205, 304])

function echanger(url: URL, envoi: Envoi, regle: RegleSortie, signal: AbortSignal): Promise<Response> {
  const requete = url.protocol === 'https:' ? requeteHttps : requeteHttp
  return new Promise((resoudre, rejeter) => {
    const sortie = requete(
      url,
      {
        method: envoi.method,
        headers: envoi.headers,
        signal,
        agent: false,
        ...(regle.reseauPrive ? {} : { lookup: resoudrePublique }),
      },
      (reponse) => {
        const morceaux: Buffer[] = []
        let taille = 0
        reponse.on('error', rejeter)
        reponse.on('data', (morceau: Buffer) => {
          taille += morceau.length
          if (taille > TAILLE_MAX) reponse.destroy(new SortieInterdite('réponse trop grande'))
          else morceaux.push(morceau)
        })
        reponse.on('end', () => {
          const status = reponse.statusCode ?? 502
          const headers = new Headers()
          for (const [nom, valeur] of Object.entries(reponse.headers))
            for (const une of [valeur].flat()) if (une !== undefined) headers.append(nom, une)
          const corps = SANS_CORPS.has(status) ? null : Buffer.concat(morceaux)
          resoudre(new Response(corps, { status: status < 200 ? 502 : status, headers }))
        })
      },
    )
    sortie.on('error', rejeter)
    sortie.end(envoi.body == null ? undefined : String(envoi.body))
  })
}
