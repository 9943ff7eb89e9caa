import { randomUUID } from 'node:crypto'
import type { NatureCourriel } from '@/generated/prisma/enums'
import type { Modele } from '@/lib/lexique/courriels/cadre'
import { type ErreurCourriel, MODELES_PERISSABLES } from '@/lib/lexique/courriels/suivi'
import { chiffrer, dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { envoyerTravail, relancerTravail } from '@/lib/server/jobs'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { type Courriel, CourrielInvalide, expedier } from '@/lib/server/mail'
import { organisme } from '@/lib/server/organisme'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { type Classement, classer } from '@/lib/server/smtp'
import { estVoulu } from '../preference-courriel/data'
import { peutSuivreCourriels } from './access'
import { contexteContenu, contexteDestinataire } from './data'

/** Who signs the mails. */
export const signature = () => {
  const { nom, telephone, horaires } = organisme()
  return { nom, telephone, horaires }
}

/** Attempts before a mail waits for somebody of the staff: the queue spreads them over about half a day. */
export const ESSAIS_MAX = 10

/**
 * Sends a mail if the caller's transaction commits. The row holds it, sealed, until it has left: whatever happens to the queue, what is
 * EN_FILE will be sent. `compteId`: to whose account it speaks, when there is one only. `nature`: of which kind, for those one may do
 * without; nothing is written when the account asked for none. Null: it always leaves.
 */
export async function envoyerCourriel(
  client: Ecriture,
  a: string,
  { code, sujet, texte, html }: Modele,
  compteId: string | null = null,
  nature: NatureCourriel | null = null,
): Promise<void> {
  if (nature !== null && compteId !== null && !(await estVoulu(client, compteId, nature))) return
  const id = randomUUID()
  await client.query(
    'INSERT INTO courriels (id, compte_id, modele, destinataire, contenu) VALUES ($1, $2, $3, $4, $5)',
    [
      id,
      compteId,
      code,
      chiffrer(a, contexteDestinataire(id)),
      chiffrer(JSON.stringify({ sujet, texte, html }), contexteContenu(id)),
    ],
  )
  await envoyerTravail(client, 'courriel', {}, id)
}

/** Tried, not delivered, to be tried again: what the queue wants to hear. Says a class of error, nothing of the mail. */
export class EnvoiReporte extends Error {
  override readonly name = 'EnvoiReporte'
}

interface Pris {
  readonly essais: number
  readonly contenu: Courriel
}

/** Counts the attempt before it is made, so that one that kills the process counts too. Null: there is nothing to send. */
async function prendre(id: string): Promise<Pris | null> {
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ essais: number; destinataire: Buffer; contenu: Buffer }>(
      `UPDATE courriels SET essais = essais + 1, dernier_essai_le = now() WHERE id = $1 AND etat = 'EN_FILE'
       RETURNING essais, destinataire, contenu`,
      [id],
    )
    const ligne = rows[0]
    return ligne === undefined ? null : { essais: ligne.essais, contenu: ouvrirCourriel(id, ligne) }
  })
}

/** The mail of a row, in clear. @throws {Error} when it was sealed for another row. */
export function ouvrirCourriel(
  id: string,
  { destinataire, contenu }: { readonly destinataire: Uint8Array; readonly contenu: Uint8Array },
): Courriel {
  const clair = JSON.parse(dechiffrer(contenu, contexteContenu(id))) as Omit<Courriel, 'a'>
  return { ...clair, a: dechiffrer(destinataire, contexteDestinataire(id)) }
}

/** The worker's part, for one mail. @throws {EnvoiReporte} when it is to be tried again. */
export async function expedierCourriel(id: string): Promise<void> {
  const pris = await prendre(id)
  if (pris === null) return
  if (pris.essais > ESSAIS_MAX) return abandonner(id, 'INTERROMPU')
  const echec = await tenter(id, pris.contenu)
  if (echec === null) {
    await ecrire(SYSTEME, (client) =>
      client.query(
        "UPDATE courriels SET etat = 'ENVOYE', envoye_le = now(), contenu = NULL WHERE id = $1 AND etat = 'EN_FILE'",
        [id],
      ),
    )
    log.info({ evenement: 'courriel-expedie', tache: id })
    return
  }
  if (echec.definitive || pris.essais === ESSAIS_MAX) return abandonner(id, echec.code)
  await ecrire(SYSTEME, (client) =>
    client.query("UPDATE courriels SET derniere_erreur = $2 WHERE id = $1 AND etat = 'EN_FILE'", [
      id,
      echec.code,
    ]),
  )
  throw new EnvoiReporte(echec.code)
}

async function tenter(id: string, contenu: Courriel): Promise<Classement | null> {
  try {
    await expedier({ id, contenu })
    return null
  } catch (erreur) {
    return erreur instanceof CourrielInvalide
      ? { code: 'ADRESSE_INVALIDE', definitive: true }
      : classer(erreur)
  }
}

async function abandonner(id: string, code: ErreurCourriel): Promise<void> {
  await ecrire(SYSTEME, (client) =>
    client.query(
      "UPDATE courriels SET etat = 'ECHEC', derniere_erreur = $2 WHERE id = $1 AND etat = 'EN_FILE'",
      [id, code],
    ),
  )
  log.warn({ evenement: 'courriel-abandonne', tache: id, erreur: code })
}

/** Puts back in the queue what waits without a job: a queue emptied, a base restored. The age leaves a transaction time to end. */
export async function relancerCourrielsOublies(instant: Date): Promise<number> {
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT c.id FROM courriels c WHERE c.etat = 'EN_FILE' AND c.cree_le < $1::timestamptz - interval '5 minutes'
         AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.name = 'courriel' AND j.id = c.id AND j.state <= 'active')
       ORDER BY c.cree_le LIMIT 1000`,
      [instant],
    )
    for (const { id } of rows) await relancerTravail(client, 'courriel', {}, id)
    return rows.length
  })
}

/** A link that is dead is not sent again. */
const ENCORE_UTILE = `NOT EXISTS (SELECT FROM unnest($1::text[], $2::float8[]) AS p (modele, heures)
  WHERE p.modele = courriels.modele AND courriels.cree_le < $3::timestamptz - p.heures * interval '1 hour')`
const perissables = (instant: Date): unknown[] => [
  MODELES_PERISSABLES.map(([code]) => code),
  MODELES_PERISSABLES.map(([, heures]) => heures),
  instant,
]

/** Once more, from the first attempt. False: no such mail in failure, or it is of no use any more. */
export async function renvoyerCourriel(acteur: PorteeGestion, id: string, instant: Date): Promise<boolean> {
  if (!peutSuivreCourriels(acteur)) return false
  return ecrire(acteur, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE courriels SET etat = 'EN_FILE', essais = 0 WHERE etat = 'ECHEC' AND ${ENCORE_UTILE} AND id = $4`,
      [...perissables(instant), id],
    )
    if (rowCount !== 1) return false
    await relancerTravail(client, 'courriel', {}, id)
    await consigner(client, acteur, 'COURRIEL_RENVOYE', id, {})
    return true
  })
}

/** Every mail in failure that is still of use. Returns how many. */
export async function renvoyerEchecs(acteur: PorteeGestion, instant: Date): Promise<number> {
  if (!peutSuivreCourriels(acteur)) return 0
  return ecrire(acteur, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE courriels SET etat = 'EN_FILE', essais = 0 WHERE etat = 'ECHEC' AND ${ENCORE_UTILE} RETURNING id`,
      perissables(instant),
    )
    for (const { id } of rows) await relancerTravail(client, 'courriel', {}, id)
    if (rows.length > 0) await consigner(client, acteur, 'COURRIELS_RENVOYES', null, { nombre: rows.length })
    return rows.length
  })
}

const consigner = (
  client: Ecriture,
  acteur: PorteeGestion,
  acte: 'COURRIEL_RENVOYE' | 'COURRIELS_RENVOYES',
  objetId: string | null,
  donnees: Readonly<Record<string, number>>,
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId: acteur.compteId,
    role: acteur.role,
    objetType: 'courriel',
    objetId,
    resultat: 'FAIT',
    donnees,
  })

/** Traces of what left are kept six months; a failure whose link is dead, one. */
export async function purgerCourriels(instant: Date): Promise<void> {
  await ecrire(SYSTEME, (client) =>
    client.query(
      `DELETE FROM courriels WHERE cree_le < $3::timestamptz - interval '180 days' AND etat <> 'EN_FILE'
         OR etat = 'ECHEC' AND cree_le < $3::timestamptz - interval '30 days' AND NOT (${ENCORE_UTILE})`,
      perissables(instant),
    ),
  )
}
