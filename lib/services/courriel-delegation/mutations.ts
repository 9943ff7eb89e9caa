import type { EtendueDelegation } from '@/generated/prisma/enums'
import { instantEnMots } from '@/lib/lexique/attente'
import {
  courrielDelegationDonnee,
  courrielDelegationProposee,
  courrielMesureInscrite,
} from '@/lib/lexique/courriels/delegations'
import { empreinte, secretAleatoire } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { envoyerCourriel, signature } from '../courriel/mutations'

const lien = (chemin: string): string => new URL(chemin, env().PORTAIL_URL).href
const urlEspace = (): string => lien('/adherent/mon-compte/delegations')

export const SANS_LIEN = { jeton: null, secret: null } as const

/** A link for who has no account at this address. */
export async function lienPour(client: Ecriture, email: string) {
  const { rowCount } = await client.query("SELECT FROM comptes WHERE email = $1 AND statut = 'ACTIF'", [
    email,
  ])
  if (rowCount !== 0) return SANS_LIEN
  const secret = secretAleatoire()
  return { jeton: empreinte(secret), secret }
}

interface Invitation {
  readonly a: string
  readonly secret: string | null
  /** Who proposes. */
  readonly qui: string
}

/** To the one who is asked to act. */
export async function inviter(client: Ecriture, { a, secret, qui }: Invitation): Promise<void> {
  const urlInscription = secret === null ? null : lien(`/ouvrir-un-espace?jeton=${secret}`)
  const modele = courrielDelegationProposee({ qui, urlEspace: urlEspace(), urlInscription }, signature())
  await envoyerCourriel(client, a, modele)
}

/** To the one whose space it is: somebody at their session may have given it in their name. */
export async function alerterQuiConfie(
  client: Ecriture,
  compteId: string,
  { etendue, instant }: { readonly etendue: EtendueDelegation; readonly instant: Date },
): Promise<void> {
  const { rows } = await client.query<{ email: string }>(
    'SELECT email FROM comptes WHERE id = $1 AND email_confirme_le IS NOT NULL',
    [compteId],
  )
  const confiee = {
    etendue,
    quand: instantEnMots(instant),
    urlEspace: urlEspace(),
    urlAcces: lien('/acces-perdu'),
  }
  for (const { email } of rows)
    await envoyerCourriel(client, email, courrielDelegationDonnee(confiee, signature()), compteId)
}

/** To the protected person, when they have a space: what the mutuelle wrote from a paper. */
export async function alerterPersonneProtegee(
  client: Ecriture,
  personneId: string,
  instant: Date,
): Promise<void> {
  const { rows } = await client.query<{ id: string; email: string }>(
    "SELECT id, email FROM comptes WHERE personne_id = $1 AND statut = 'ACTIF' AND email_confirme_le IS NOT NULL",
    [personneId],
  )
  const inscrite = { quand: instantEnMots(instant), urlEspace: urlEspace() }
  for (const { id, email } of rows)
    await envoyerCourriel(client, email, courrielMesureInscrite(inscrite, signature()), id)
}
