import { instantEnMots } from '@/lib/lexique/attente'
import { courrielLeveeFaite } from '@/lib/lexique/courriels/facteurs'
import type { Ecriture } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { envoyerCourriel, signature } from '../courriel/mutations'

interface LeveeLue {
  readonly id: string
  readonly role: string
  readonly email: string
}

/** A loss whose time has come takes the factors off: at the next way in, so that nothing runs meanwhile. */
export async function appliquerLevee(client: Ecriture, compteId: string, instant: Date): Promise<void> {
  const { rows } = await client.query<LeveeLue>(
    `UPDATE levees_facteurs l SET faite_le = $2 FROM comptes c
      WHERE c.id = l.compte_id AND l.compte_id = $1 AND l.faite_le IS NULL AND l.annulee_le IS NULL
        AND (l.effet_le <= $2 OR l.approuvee_par IS NOT NULL) RETURNING l.id, c.role, c.email`,
    [compteId, instant],
  )
  const [levee] = rows
  if (levee === undefined) return
  await client.query('UPDATE facteurs SET retire_le = $2 WHERE compte_id = $1 AND retire_le IS NULL', [
    compteId,
    instant,
  ])
  await client.query(
    'UPDATE entrees_en_attente SET finie_le = $2 WHERE compte_id = $1 AND finie_le IS NULL',
    [compteId, instant],
  )
  const urlAcces = new URL('/acces-perdu', env().PORTAIL_URL).href
  const modele = courrielLeveeFaite({ quand: instantEnMots(instant), urlAcces }, signature())
  await envoyerCourriel(client, levee.email, modele, compteId)
  await consigner(client, 'LEVEE_FAITE', compteId, levee.role, levee.id)
}

/** Whoever proves their factor has not lost it. */
export async function annulerLevee(client: Ecriture, compteId: string, instant: Date): Promise<void> {
  const { rows } = await client.query<{ id: string; role: string }>(
    `UPDATE levees_facteurs l SET annulee_le = $2 FROM comptes c
      WHERE c.id = l.compte_id AND l.compte_id = $1 AND l.faite_le IS NULL AND l.annulee_le IS NULL RETURNING l.id, c.role`,
    [compteId, instant],
  )
  const [levee] = rows
  if (levee !== undefined) await consigner(client, 'LEVEE_ANNULEE', compteId, levee.role, levee.id)
}

const consigner = (
  client: Ecriture,
  acte: 'LEVEE_FAITE' | 'LEVEE_ANNULEE',
  compteId: string,
  role: string,
  objetId: string,
): Promise<void> =>
  journaliser(client, { acte, compteId, role, objetType: 'levee_facteurs', objetId, resultat: 'FAIT' })
