import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A provider made by hand, that lies as it is told. Each first segment of a path is an issuer of its own, so that one server is several
 * providers. It signs with RS256 unless told otherwise.
 */
export interface Jeu {
  /** Changes the address the browser is sent back to. */
  readonly retour?: (url: URL) => void
  /** Changes what the id_token says. */
  readonly faits?: (faits: Record<string, unknown>) => void
  readonly signature?: 'NONE' | 'HS256_CLE_PUBLIQUE' | 'AUTRE_CLE' | 'KID_INCONNU' | 'PS256'
  /** Changes the discovery document. */
  readonly document?: (document: Record<string, unknown>) => void
  /** Answers a path in its own way: a redirection, a silence, a fault. */
  readonly repond?: (chemin: string, reponse: ServerResponse) => boolean
  readonly civile?: Readonly<Record<string, unknown>>
}

interface Code {
  readonly nonce: string
  readonly defi: string
  readonly clientId: string
}

const base64 = (valeur: unknown): string =>
  Buffer.from(typeof valeur === 'string' ? valeur : JSON.stringify(valeur)).toString('base64url')

export class FournisseurPiege {
  jeu: Jeu = {}
  sujet = 'sujet-1'
  /** Paths asked for, in order. */
  readonly demandes: string[] = []
  /** Trips whose code verifier answered the challenge. */
  pkce = 0
  readonly #cle = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #autre = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #codes = new Map<string, Code>()
  readonly #serveur = createServer((requete, reponse) => void this.#recevoir(requete, reponse))
  origine = ''

  async demarrer(): Promise<this> {
    await new Promise<void>((pret) => this.#serveur.listen(0, '127.0.0.1', pret))
    this.origine = `http://127.0.0.1:${(this.#serveur.address() as AddressInfo).port}`
    return this
  }

  arreter(): Promise<void> {
    this.#serveur.closeAllConnections()
    return new Promise((fini) => this.#serveur.close(() => fini()))
  }

  async #recevoir(requete: IncomingMessage, reponse: ServerResponse): Promise<void> {
    const url = new URL(requete.url ?? '/', this.origine)
    this.demandes.push(url.pathname)
    if (this.jeu.repond?.(url.pathname, reponse) === true) return
    const [, nom = '', ...reste] = url.pathname.split('/')
    const emetteur = `${this.origine}/${nom}`
    const chemin = reste.join('/')
    if (chemin === '.well-known/openid-configuration') return this.#json(reponse, this.#document(emetteur))
    if (chemin === 'jwks') return this.#json(reponse, this.#jwks())
    if (chemin === 'authorize') return this.#autoriser(url, emetteur, reponse)
    if (chemin === 'token') return this.#json(reponse, this.#jetons(emetteur, await lireCorps(requete)))
    if (chemin === 'userinfo') return this.#json(reponse, { sub: this.sujet, ...this.jeu.civile })
    reponse.writeHead(404).end()
  }

  #json(reponse: ServerResponse, corps: unknown): void {
    reponse.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(corps))
  }

  #document(emetteur: string): Record<string, unknown> {
    const document: Record<string, unknown> = {
      issuer: emetteur,
      authorization_endpoint: `${emetteur}/authorize`,
      token_endpoint: `${emetteur}/token`,
      jwks_uri: `${emetteur}/jwks`,
      userinfo_endpoint: `${emetteur}/userinfo`,
      end_session_endpoint: `${emetteur}/sortie`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // It would take anything.
      id_token_signing_alg_values_supported: ['RS256', 'PS256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
    }
    this.jeu.document?.(document)
    return document
  }

  #jwks() {
    return { keys: [{ ...this.#cle.publicKey.export({ format: 'jwk' }), kid: 'une', use: 'sig' }] }
  }

  #autoriser(url: URL, emetteur: string, reponse: ServerResponse): void {
    const lu = (nom: string) => url.searchParams.get(nom) ?? ''
    const code = `code-${this.#codes.size}`
    this.#codes.set(code, {
      nonce: lu('nonce'),
      defi: lu('code_challenge_method') === 'S256' ? lu('code_challenge') : 'absent',
      clientId: lu('client_id'),
    })
    const retour = new URL(lu('redirect_uri'))
    for (const [nom, valeur] of Object.entries({ code, state: lu('state'), iss: emetteur }))
      retour.searchParams.set(nom, valeur)
    this.jeu.retour?.(retour)
    reponse.writeHead(302, { location: retour.href }).end()
  }

  /** A code serves as often as one likes: it is for the portal to refuse. */
  #jetons(emetteur: string, corps: URLSearchParams) {
    const connu = this.#codes.get(corps.get('code') ?? '')
    const verificateur = corps.get('code_verifier') ?? ''
    if (connu !== undefined && createHash('sha256').update(verificateur).digest('base64url') === connu.defi)
      this.pkce += 1
    const maintenant = Math.floor(Date.now() / 1000)
    const faits: Record<string, unknown> = {
      iss: emetteur,
      sub: this.sujet,
      aud: connu?.clientId,
      nonce: connu?.nonce,
      iat: maintenant,
      exp: maintenant + 60,
    }
    this.jeu.faits?.(faits)
    return { access_token: 'acces', token_type: 'Bearer', id_token: this.#signer(faits) }
  }

  #signer(faits: Record<string, unknown>): string {
    const { signature = 'RS256' } = this.jeu
    const alg = { NONE: 'none', HS256_CLE_PUBLIQUE: 'HS256', PS256: 'PS256' }[signature as string] ?? 'RS256'
    const kid = signature === 'KID_INCONNU' ? 'inconnue' : 'une'
    const corps = `${base64({ alg, kid, typ: 'JWT' })}.${base64(faits)}`
    if (alg === 'none') return `${corps}.`
    if (alg === 'HS256') {
      const pem = this.#cle.publicKey.export({ type: 'spki', format: 'pem' })
      return `${corps}.${createHmac('sha256', pem).update(corps).digest('base64url')}`
    }
    const cle: KeyObject = (signature === 'AUTRE_CLE' ? this.#autre : this.#cle).privateKey
    const pss = alg === 'PS256' ? { padding: 6, saltLength: 32 } : {}
    return `${corps}.${sign('sha256', Buffer.from(corps), { key: cle, ...pss }).toString('base64url')}`
  }
}

async function lireCorps(requete: IncomingMessage): Promise<URLSearchParams> {
  const morceaux: Buffer[] = []
  for await (const morceau of requete) morceaux.push(morceau as Buffer)
  return new URLSearchParams(Buffer.concat(morceaux).toString())
}
