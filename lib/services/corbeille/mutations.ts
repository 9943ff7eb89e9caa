import type { PassageDemande } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { equipesDe, peutAttribuer, ROLES_DES_EQUIPES } from '../demande/access'
import { lockDemande } from '../demande/data'
import { passer } from '../passage-demande/mutations'
import { refuser, surDemande } from '../traitement/data'
import type { SuivanteDemandee } from './schema'

/**
 * Takes the next demande of one's teams, by due time: whoever asks at the same moment gets another. Asked again by the same page, it is
 * the one taken the first time. Null: nothing waits.
 */
export function prendreSuivante(
  acteur: PorteeGestion,
  { equipe, derniere }: SuivanteDemandee,
): Promise<string | null> {
  const equipes = equipesDe(acteur.role).filter((sienne) => equipe === null || sienne === equipe)
  return ecrire(SYSTEME, async (client) => {
    // Two submits of one person come one after the other.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('corbeille:' || $1, 0))", [
      acteur.compteId,
    ])
    const prise = await loadDernierePrise(client, acteur.compteId)
    if (prise !== null && prise.id !== derniere) return prise.demandeId
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM demandes WHERE etat = 'ENVOYEE' AND equipe = ANY ($1::text[]::"EquipeGestion"[])
        ORDER BY repondre_avant, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [equipes],
    )
    const id = rows[0]?.id
    const demande = id === undefined ? null : await lockDemande(client, id)
    if (demande === null) return null
    await passer(client, demande, { passage: 'PRENDRE', auteur: acteur, ecrit: { agentId: acteur.compteId } })
    return demande.id
  })
}

/**
 * Hands a demande to somebody of its team, by who answers for the team, whoever has it. To who has it already: nothing to do.
 * @throws {SaisieRefusee}
 */
export const attribuer = (acteur: PorteeGestion, id: string, agent: string): Promise<void> =>
  surDemande(acteur, id, async (client, demande) => {
    if (!peutAttribuer(acteur, demande)) refuser(PHRASES_TRAITEMENT.PAS_LA_VOTRE)
    if (demande.agentId === agent) return
    const { rowCount } = await client.query(
      `SELECT FROM comptes WHERE id = $1 AND statut = 'ACTIF' AND role::text = ANY ($2::text[])`,
      [agent, ROLES_DES_EQUIPES[demande.equipe]],
    )
    if (rowCount === 0) refuser(PHRASES_TRAITEMENT.COLLEGUE, 'agent')
    await passer(client, demande, {
      passage: 'ATTRIBUER',
      auteur: acteur,
      ecrit: { agentId: agent },
      donnees: { agent },
    })
  })

async function loadDernierePrise(
  client: Ecriture,
  compteId: string,
): Promise<{ readonly id: string; readonly demandeId: string } | null> {
  const { rows } = await client.query<{ id: string; demandeId: string }>(
    `SELECT id, demande_id AS "demandeId" FROM passages_demande WHERE compte_id = $1 AND passage = 'PRENDRE'
      ORDER BY moment DESC, id DESC LIMIT 1`,
    [compteId],
  )
  return rows[0] ?? null
}

/** What a form does, and of which version of the demande. */
interface Acte {
  readonly demande: string
  readonly passage: PassageDemande
  readonly version: number
}

/**
 * The same form sent twice, ten times at once or after « back » is one act, and every answer is the first one, even when the demande is no
 * longer theirs. @throws {SaisieRefusee} when it is refused, and was not done before.
 */
export async function uneFois(acteur: PorteeGestion, acte: Acte, faire: () => Promise<void>): Promise<void> {
  try {
    await faire()
  } catch (erreur) {
    if (!(erreur instanceof SaisieRefusee) || !(await dejaFait(acteur, acte))) throw erreur
  }
}

/** The first step of a demande is its creation, of which no version is counted: the step that follows version n has rank n + 2. */
const dejaFait = ({ compteId }: PorteeGestion, { demande, passage, version }: Acte): Promise<boolean> =>
  ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM passages_demande WHERE demande_id = $1 AND rang = $2 AND passage = $3::text::"PassageDemande" AND compte_id = $4`,
      [demande, version + 2, passage, compteId],
    )
    return rowCount === 1
  })
