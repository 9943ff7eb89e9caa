import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/**
 * A certified OpenID provider (oidc-provider) on a free port of this machine. Whoever comes is asked for a name, in a page of one field;
 * `personnes` says who answers to it.
 */
export interface PersonneDuFournisseur {
  readonly family_name?: string
  readonly given_name?: string
  readonly birthdate?: string
  readonly email?: string
  readonly email_verified?: boolean
}

interface Voulu {
  readonly portail: string
  readonly id: string
  readonly personnes: Readonly<Record<string, PersonneDuFournisseur>>
  readonly port?: number
}

export const CLIENT = { id: 'portail', secret: randomBytes(24).toString('base64url') }

export interface FournisseurCertifie {
  readonly emetteur: string
  readonly arreter: () => Promise<void>
}

export async function demarrerFournisseur({
  portail,
  id,
  personnes,
  port = 0,
}: Voulu): Promise<FournisseurCertifie> {
  const serveur = createServer()
  await new Promise<void>((pret) => serveur.listen(port, '127.0.0.1', pret))
  const emetteur = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`
  const fournisseur = new Provider(emetteur, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${portail}/connexion/externe/${id}/retour`],
        post_logout_redirect_uris: [`${portail}/deconnexion/retour`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: {
      keys: [
        {
          ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
          kid: 'une',
          use: 'sig',
          alg: 'RS256',
        },
      ],
    },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: ['openid', 'profile'],
    claims: {
      openid: ['sub'],
      profile: ['family_name', 'given_name', 'birthdate', 'email', 'email_verified'],
    },
    acrValues: ['eidas2'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/qui/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...personnes[sub] }) }),
    // Everybody agrees to everything.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc
      const grant = new fournisseur.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const rappel = fournisseur.callback()
  serveur.on('request', (requete, reponse) => {
    const recu =
      requete.url?.startsWith('/qui/') === true
        ? demanderQui(fournisseur, requete, reponse)
        : rappel(requete, reponse)
    recu.catch((erreur: unknown) => reponse.writeHead(500).end(String(erreur)))
  })
  return { emetteur, arreter: () => arreter(serveur) }
}

const PAGE =
  '<!doctype html><html lang="fr"><title>Fournisseur</title><form method="post"><label>Qui <input name="qui"></label><button>Entrer</button></form>'

async function demanderQui(
  fournisseur: Provider,
  requete: IncomingMessage,
  reponse: ServerResponse,
): Promise<void> {
  if (requete.method !== 'POST') {
    reponse.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
    return
  }
  const morceaux: Buffer[] = []
  for await (const morceau of requete) morceaux.push(morceau as Buffer)
  const qui = new URLSearchParams(Buffer.concat(morceaux).toString()).get('qui') ?? ''
  await fournisseur.interactionFinished(
    requete,
    reponse,
    qui === '' ? { error: 'access_denied' } : { login: { accountId: qui, acr: 'eidas2' } },
  )
}

const arreter = (serveur: Server): Promise<void> => {
  serveur.closeAllConnections()
  return new Promise((fini) => serveur.close(() => fini()))
}

/** A browser's cookies and redirections, at the provider's only: returns the address of the portal it is sent back to. */
export class NavigateurChezLui {
  readonly #cookies = new Map<string, string>()
  constructor(readonly portail: string) {}

  async passer(depart: string, qui: string): Promise<string> {
    let [adresse, formulaire] = [depart, undefined as URLSearchParams | undefined]
    for (let pas = 0; pas < 12; pas += 1) {
      const reponse = await this.#demander(adresse, formulaire)
      const suite = reponse.headers.get('location')
      formulaire = undefined
      if (suite === null) {
        const page = await reponse.text()
        const action = /action="([^"]+)"/.exec(page)?.[1]
        const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1]
        // The page that asks who is there, or the one that asks whether to leave.
        formulaire = new URLSearchParams(xsrf === undefined ? { qui } : { xsrf, logout: 'yes' })
        if (reponse.status !== 200) throw new Error(`${reponse.status} ${page.slice(0, 500)}`)
        adresse = action === undefined ? adresse : new URL(action, adresse).href
      } else {
        adresse = new URL(suite, adresse).href
        if (adresse.startsWith(this.portail)) return adresse
      }
    }
    throw new Error(`le fournisseur ne rend pas la main : ${adresse}`)
  }

  async #demander(adresse: string, corps: URLSearchParams | undefined): Promise<Response> {
    const cookie = [...this.#cookies].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ')
    const reponse = await fetch(adresse, {
      redirect: 'manual',
      headers: { cookie },
      ...(corps === undefined ? {} : { method: 'POST', body: corps }),
    })
    for (const pose of reponse.headers.getSetCookie()) {
      const [nom = '', valeur = ''] = (pose.split(';')[0] ?? '').split(/=(.*)/s)
      this.#cookies.set(nom, valeur)
    }
    return reponse
  }
}
