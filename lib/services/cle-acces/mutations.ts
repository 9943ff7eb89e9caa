import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { UsageDefi } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import { empreinte } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { organisme } from '@/lib/server/organisme'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { consignerAjout, refuserTrop } from '../facteur/mutations'

/** WebAuthn: the public key of a device that checks its owner itself (finger, face, code). */
const site = () => {
  const { origin, hostname } = new URL(env().PORTAIL_URL)
  return { origine: origin, domaine: hostname }
}

const DUREE_DEFI = 5 * 60_000

interface Cadre {
  /** The step or the session that the challenge is shown to; null: nobody yet (login by passkey alone). */
  readonly porteur: string | null
  readonly usage: UsageDefi
  readonly instant: Date
}

async function noterDefi(client: Ecriture, defi: string, { porteur, usage, instant }: Cadre): Promise<void> {
  await client.query('INSERT INTO defis (empreinte, usage, porteur, expire_le) VALUES ($1, $2, $3, $4)', [
    empreinte(defi),
    usage,
    porteur,
    new Date(instant.getTime() + DUREE_DEFI),
  ])
}

/** A challenge answers once, to whom it was shown. */
async function consommerDefi(
  client: Ecriture,
  defi: string,
  { porteur, usage, instant }: Cadre,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE defis SET utilise_le = $4 WHERE empreinte = $1 AND usage = $2 AND porteur IS NOT DISTINCT FROM $3
      AND utilise_le IS NULL AND expire_le > $4`,
    [empreinte(defi), usage, porteur, instant],
  )
  return rowCount === 1
}

interface CleLue {
  readonly id: string
  readonly compteId: string
  readonly cleId: Buffer
  readonly clePublique: Buffer
  readonly compteur: number
  readonly voies: string[]
}

const CHAMPS =
  'id, compte_id AS "compteId", cle_id AS "cleId", cle_publique AS "clePublique", compteur, voies'
const VIVANTE = `nature = 'CLE' AND confirme_le IS NOT NULL AND retire_le IS NULL`

async function loadCles(client: Ecriture, compteId: string): Promise<readonly CleLue[]> {
  const { rows } = await client.query<CleLue>(
    `SELECT ${CHAMPS} FROM facteurs WHERE compte_id = $1 AND ${VIVANTE}`,
    [compteId],
  )
  return rows
}

/** What the browser asks its authenticator to sign. `compteId`: whose keys; null: whoever the device knows. */
export async function defierCle(client: Ecriture, compteId: string | null, cadre: Cadre) {
  const cles = compteId === null ? [] : await loadCles(client, compteId)
  const options = await generateAuthenticationOptions({
    rpID: site().domaine,
    userVerification: 'required',
    allowCredentials: cles.map(({ cleId }) => ({ id: cleId.toString('base64url') })),
  })
  await noterDefi(client, options.challenge, cadre)
  return options
}

/** A challenge for whoever is logged in, as JSON. */
export const defierPourSession = (acteur: Acteur, sessionId: string, instant: Date): Promise<string> =>
  ecrire(SYSTEME, async (client) =>
    JSON.stringify(
      await defierCle(client, acteur.compteId, { porteur: sessionId, usage: 'CONNEXION', instant }),
    ),
  )

/** What the browser needs to make a key for this account. */
export async function preparerCle(client: Ecriture, compteId: string, cadre: Cadre) {
  await refuserTrop(client, compteId)
  const { rows } = await client.query<{ email: string; nom: string }>(
    'SELECT email, nom_affiche AS nom FROM comptes WHERE id = $1',
    [compteId],
  )
  const cles = await loadCles(client, compteId)
  const options = await generateRegistrationOptions({
    rpID: site().domaine,
    rpName: organisme().nomCourt,
    userID: Buffer.from(compteId.replaceAll('-', ''), 'hex'),
    userName: rows[0]?.email ?? '',
    userDisplayName: rows[0]?.nom ?? '',
    attestationType: 'none',
    excludeCredentials: cles.map(({ cleId }) => ({ id: cleId.toString('base64url') })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  await noterDefi(client, options.challenge, cadre)
  return options
}

const texte = z.string().max(6000)
const reponseSchema = z.looseObject({
  id: texte,
  rawId: texte,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: texte }),
  clientExtensionResults: z.looseObject({}),
})

/** What the browser sent, or null when it is not even of the right shape. */
function lireReponse(
  json: string,
): { readonly reponse: z.infer<typeof reponseSchema>; readonly defi: string } | null {
  try {
    const reponse = reponseSchema.parse(JSON.parse(json))
    const donnees: unknown = JSON.parse(Buffer.from(reponse.response.clientDataJSON, 'base64url').toString())
    const { challenge } = z.looseObject({ challenge: texte }).parse(donnees)
    return { reponse, defi: challenge }
  } catch {
    // Whatever a stranger types: all the same to us, a key that opens nothing.
    return null
  }
}

/** The new key of the account, proven by its first signature. @throws {SaisieRefusee} */
export async function enregistrerCle(
  client: Ecriture,
  compteId: string,
  { nom, reponse: json }: { readonly nom: string; readonly reponse: string },
  cadre: Cadre,
): Promise<void> {
  const refus = () => new SaisieRefusee({ champ: '', message: PHRASES_FACTEUR.CLE_REFUSEE })
  const lue = lireReponse(json)
  if (lue === null || !(await consommerDefi(client, lue.defi, cadre))) throw refus()
  const { origine, domaine } = site()
  const { registrationInfo } = await verifyRegistrationResponse({
    response: lue.reponse as unknown as RegistrationResponseJSON,
    expectedChallenge: lue.defi,
    expectedOrigin: origine,
    expectedRPID: domaine,
    requireUserVerification: true,
  }).catch(noter)
  if (registrationInfo === undefined) throw refus()
  const { credential } = registrationInfo
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO facteurs (compte_id, nature, nom, cree_le, confirme_le, cle_id, cle_publique, compteur, voies)
      VALUES ($1, 'CLE', $2, $3, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [
      compteId,
      nom,
      cadre.instant,
      Buffer.from(credential.id, 'base64url'),
      Buffer.from(credential.publicKey),
      credential.counter,
      credential.transports ?? [],
    ],
  )
  const id = rows[0]?.id
  if (id === undefined) throw refus()
  await consignerAjout(client, compteId, id, 'CLE', cadre.instant)
}

/** The account whose key signed this challenge; null for anything else. A counter that goes back is a copy of the key. */
export async function prouverCle(client: Ecriture, json: string, cadre: Cadre): Promise<string | null> {
  const lue = lireReponse(json)
  if (lue === null || !(await consommerDefi(client, lue.defi, cadre))) return null
  const { rows } = await client.query<CleLue>(
    `SELECT ${CHAMPS} FROM facteurs WHERE cle_id = $1 AND ${VIVANTE} FOR UPDATE`,
    [Buffer.from(lue.reponse.id, 'base64url')],
  )
  const [cle] = rows
  if (cle === undefined) return null
  const { origine, domaine } = site()
  const verifiee = await verifyAuthenticationResponse({
    response: lue.reponse as unknown as AuthenticationResponseJSON,
    expectedChallenge: lue.defi,
    expectedOrigin: origine,
    expectedRPID: domaine,
    requireUserVerification: true,
    credential: {
      id: cle.cleId.toString('base64url'),
      publicKey: new Uint8Array(cle.clePublique),
      counter: cle.compteur,
    },
  }).catch(noter)
  if (!verifiee.verified || !('authenticationInfo' in verifiee)) return null
  await client.query('UPDATE facteurs SET compteur = $2, dernier_usage_le = $3 WHERE id = $1', [
    cle.id,
    verifiee.authenticationInfo.newCounter,
    cadre.instant,
  ])
  return cle.compteId
}

/** The library throws for what does not verify; its message names no secret. */
function noter(erreur: unknown): { readonly verified: false; readonly registrationInfo?: never } {
  log.warn({ evenement: 'cle-refusee', erreur: erreur instanceof Error ? erreur.message : typeof erreur })
  return { verified: false }
}
