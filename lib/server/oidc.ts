import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ServerMetadata,
} from 'openid-client'
import { z } from 'zod'
import { appelSortant } from './appel-sortant'
import { env } from './env'
import type { Fournisseur } from './fournisseurs'
import { log } from './log'

/** OpenID Connect as a client: the trip to a provider, what it says at the return, the way out. Knows no account. */
export type NatureEchec =
  /** The person, or the provider, said no. */
  | 'REFUS'
  /** Down, too slow, or its document is not what it should be. */
  | 'INDISPONIBLE'
  /** An answer that is not for us, not from it, not for this trip. */
  | 'REPONSE'
  /** The person did prove who they are, by less than what is demanded. */
  | 'NIVEAU'

export class EchecFournisseur extends Error {
  override readonly name = 'EchecFournisseur'
  constructor(
    readonly nature: NatureEchec,
    /** A code of the library's or of the protocol's, for the log. */
    readonly detail: string,
  ) {
    super(`${nature} (${detail})`)
  }
}

/** Kept between going and coming back. */
export interface SecretsAller {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What the civil registry says of the person, when the provider passes it on. */
export interface IdentiteCivile {
  readonly noms: readonly string[]
  readonly prenom: string
  readonly naissance: string
}

export interface Reponse {
  readonly emetteur: string
  readonly sujet: string
  readonly idToken: string
  /** Asked when needed only. */
  readonly lireCivile: () => Promise<IdentiteCivile | null>
}

const HEURE = 3600_000
const DELAI_SECONDES = 5

interface Connu {
  readonly fournisseur: Fournisseur
  readonly jusqu: number
  readonly configuration: Promise<Configuration>
}
/** At most as many as the configuration lists; each is asked again after an hour, and at once after a failure. */
const connus = new Map<string, Connu>()

function configurationDe(fournisseur: Fournisseur): Promise<Configuration> {
  const connu = connus.get(fournisseur.id)
  if (connu !== undefined && connu.fournisseur === fournisseur && connu.jusqu > Date.now())
    return connu.configuration
  const configuration = decouvrir(fournisseur)
  connus.set(fournisseur.id, { fournisseur, jusqu: Date.now() + HEURE, configuration })
  configuration.catch(() => {
    if (connus.get(fournisseur.id)?.configuration === configuration) connus.delete(fournisseur.id)
  })
  return configuration
}

const hotesDe = ({ emetteur, hotes }: Fournisseur): ReadonlySet<string> =>
  new Set([new URL(emetteur).host, ...hotes])

async function decouvrir(fournisseur: Fournisseur): Promise<Configuration> {
  const { emetteur, clientId, algorithme, reseauPrive } = fournisseur
  try {
    const configuration = await discovery(
      new URL(emetteur),
      clientId,
      { id_token_signed_response_alg: algorithme },
      await authentificationDe(fournisseur),
      {
        timeout: DELAI_SECONDES,
        [customFetch]: appelSortant({ hotes: hotesDe(fournisseur), reseauPrive }),
        // The schema lets http through for this very machine only.
        execute: emetteur.startsWith('http:')
          ? [enableNonRepudiationChecks, allowInsecureRequests]
          : [enableNonRepudiationChecks],
      },
    )
    verifierDocument(fournisseur, configuration.serverMetadata())
    return configuration
  } catch (erreur) {
    throw new EchecFournisseur('INDISPONIBLE', codeDe(erreur))
  }
}

/** The issuer to the letter, and no address elsewhere than on the configured hosts, the browser's included. */
function verifierDocument(fournisseur: Fournisseur, document: ServerMetadata): void {
  const refuser = (detail: string) => {
    throw new EchecFournisseur('INDISPONIBLE', detail)
  }
  if (document.issuer !== fournisseur.emetteur) refuser('issuer')
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint, end_session_endpoint } =
    document
  const adresses = {
    authorization_endpoint,
    token_endpoint,
    jwks_uri,
    userinfo_endpoint,
    end_session_endpoint,
  }
  const hotes = hotesDe(fournisseur)
  const protocole = new URL(fournisseur.emetteur).protocol
  for (const [nom, adresse] of Object.entries(adresses)) {
    if (adresse === undefined) {
      if (nom === 'userinfo_endpoint' || (nom === 'end_session_endpoint' && !fournisseur.deconnexion))
        continue
      refuser(`${nom} absent`)
    } else {
      const url = URL.canParse(adresse) ? new URL(adresse) : null
      if (url === null || url.protocol !== protocole || !hotes.has(url.host)) refuser(`${nom} hors des hôtes`)
    }
  }
}

const IMPORTATIONS: Readonly<Record<string, Parameters<typeof crypto.subtle.importKey>[2]>> = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  EdDSA: { name: 'Ed25519' },
}

async function authentificationDe(fournisseur: Fournisseur): Promise<ClientAuth> {
  const { clientSecret, clePrivee, authentification } = fournisseur
  if (clePrivee !== undefined) {
    const importation = IMPORTATIONS[clePrivee.alg]
    if (importation === undefined) throw new EchecFournisseur('INDISPONIBLE', 'alg de clePrivee')
    const key = await crypto.subtle.importKey('jwk', clePrivee, importation, false, ['sign'])
    const kid = clePrivee.kid
    return PrivateKeyJwt(typeof kid === 'string' ? { key, kid } : key)
  }
  return authentification === 'client_secret_basic'
    ? ClientSecretBasic(clientSecret)
    : ClientSecretPost(clientSecret)
}

const adresseRetour = ({ id }: Fournisseur): string =>
  new URL(`/connexion/externe/${id}/retour`, env().PORTAIL_URL).href

/** Where to send the browser, and what to keep until it comes back. @throws {EchecFournisseur} */
export async function preparerAller(
  fournisseur: Fournisseur,
): Promise<{ readonly adresse: string; readonly secrets: SecretsAller }> {
  const configuration = await configurationDe(fournisseur)
  const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const adresse = buildAuthorizationUrl(configuration, {
    redirect_uri: adresseRetour(fournisseur),
    response_type: 'code',
    scope: fournisseur.scopes,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(fournisseur.acr[0] === undefined ? {} : { acr_values: fournisseur.acr[0] }),
  })
  return { adresse: adresse.href, secrets }
}

/**
 * What the provider says, proved: issuer, state, code, PKCE, then the id_token's signature, algorithm, audience, nonce, dates and level.
 * `recherche` is the query of the address it sent the browser back to. @throws {EchecFournisseur}
 */
export async function lireRetour(
  fournisseur: Fournisseur,
  recherche: string,
  { state, nonce, verifier }: SecretsAller,
): Promise<Reponse> {
  const configuration = await configurationDe(fournisseur)
  const url = new URL(adresseRetour(fournisseur))
  url.search = recherche
  try {
    const jetons = await authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const faits = jetons.claims()
    if (faits === undefined || jetons.id_token === undefined)
      throw new EchecFournisseur('REPONSE', 'id_token absent')
    if (fournisseur.acr.length > 0 && !fournisseur.acr.includes(String(faits.acr ?? '')))
      throw new EchecFournisseur('NIVEAU', 'acr')
    return {
      emetteur: faits.iss,
      sujet: faits.sub,
      idToken: jetons.id_token,
      lireCivile: () => lireCivile(fournisseur, configuration, jetons.access_token, faits.sub),
    }
  } catch (erreur) {
    throw traduire(erreur)
  }
}

const texte = z.string().min(1).max(200)
const civileSchema = z.object({
  family_name: texte,
  given_name: texte,
  preferred_username: texte.optional().catch(undefined),
  birthdate: z.iso.date(),
})

/** Null when the provider does not pass it on: nobody is refused for that, something else is asked of them. */
async function lireCivile(
  fournisseur: Fournisseur,
  configuration: Configuration,
  acces: string,
  sujet: string,
): Promise<IdentiteCivile | null> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return null
  try {
    const lu = civileSchema.safeParse(await fetchUserInfo(configuration, acces, sujet))
    if (!lu.success) return null
    const { family_name, preferred_username, given_name, birthdate } = lu.data
    const noms = preferred_username === undefined ? [family_name] : [family_name, preferred_username]
    return { noms, prenom: given_name, naissance: birthdate }
  } catch (erreur) {
    log.warn({ evenement: 'identite-civile-illisible', fournisseur: fournisseur.id, detail: codeDe(erreur) })
    return null
  }
}

/** Where the browser tells the provider that the person leaves. @throws {EchecFournisseur} */
export async function adresseSortie(fournisseur: Fournisseur, idToken: string): Promise<string> {
  return buildEndSessionUrl(await configurationDe(fournisseur), {
    id_token_hint: idToken,
    post_logout_redirect_uri: new URL('/deconnexion/retour', env().PORTAIL_URL).href,
    state: randomState(),
  }).href
}

/** What the network, TLS or the five seconds say, and a server that answers something else than what was asked. */
const SANS_REPONSE =
  /^(OAUTH_TIMEOUT|OAUTH_ABORT|OAUTH_RESPONSE_IS_NOT|ABORT_ERR|SortieInterdite|E[A-Z]+$|EAI_|CERT_|DEPTH_ZERO|ERR_TLS|ERR_SSL|HPE_|SELF_SIGNED|UNABLE_)/

function traduire(erreur: unknown): EchecFournisseur {
  if (erreur instanceof EchecFournisseur) return erreur
  if (erreur instanceof AuthorizationResponseError)
    return new EchecFournisseur(
      erreur.error === 'temporarily_unavailable' || erreur.error === 'server_error'
        ? 'INDISPONIBLE'
        : 'REFUS',
      'authorization_response',
    )
  const detail = codeDe(erreur)
  return new EchecFournisseur(SANS_REPONSE.test(detail) ? 'INDISPONIBLE' : 'REPONSE', detail)
}

/** A code only: the library's errors carry whole answers, tokens included. */
function codeDe(erreur: unknown): string {
  if (erreur instanceof EchecFournisseur) return erreur.detail
  if (!(erreur instanceof Error)) return typeof erreur
  if ('code' in erreur && typeof erreur.code === 'string') return erreur.code.slice(0, 60)
  if (erreur.cause instanceof Error) return codeDe(erreur.cause)
  return erreur.name
}
