import { courrielAccordLecture } from '@/lib/lexique/courriels/accord-lecture'
import { seizeAnsLe } from '@/lib/rules/ayant-droit/reserver-soins'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { peutAccorderLecture } from './access'

type Choix = 'ACCORDER' | 'RETIRER'

const ACTES = { ACCORDER: 'ACCORD_LECTURE_DONNE', RETIRER: 'ACCORD_LECTURE_RETIRE' } as const

const GESTES = {
  ACCORDER: `INSERT INTO accords_lecture (adhesion_id, personne_id, du) SELECT b.adhesion_id, b.personne_id, $3::date
    FROM (SELECT DISTINCT adhesion_id, personne_id FROM beneficiaires WHERE adhesion_id = $1 AND personne_id = $2) b
    WHERE NOT EXISTS (SELECT FROM accords_lecture k
      WHERE k.adhesion_id = b.adhesion_id AND k.personne_id = b.personne_id AND k.retire_le IS NULL)`,
  RETIRER: `UPDATE accords_lecture SET retire_le = $3::date WHERE adhesion_id = $1 AND personne_id = $2 AND retire_le IS NULL`,
} as const

interface Accord {
  readonly adhesionId: string
  readonly personneId: string
  readonly choix: Choix
  readonly jour: DateCivile
}

/** False: it was so already. @throws {Error} before sixteen. */
export async function inscrireAccord(
  client: Ecriture,
  { adhesionId, personneId, choix, jour }: Accord,
): Promise<boolean> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('lecture:' || $1, 0))`, [personneId])
  await exigerSeizeAns(client, personneId, jour)
  const { rowCount } = await client.query(GESTES[choix], [adhesionId, personneId, jour])
  return rowCount === 1
}

/**
 * From now on the membre participant of this contract reads the person's care, or no longer; both are told. The same answer again changes
 * nothing. @throws {Error} when it is not theirs to say, or before sixteen.
 */
export async function changerLecture(
  acteur: PorteeAdherent,
  adhesionId: string,
  choix: Choix,
  jour: DateCivile,
): Promise<void> {
  if (!peutAccorderLecture(acteur, adhesionId)) throw new Error('lecture des soins accordée par un autre')
  const { personneId, compteId } = acteur
  await ecrire(SYSTEME, async (client) => {
    if (!(await inscrireAccord(client, { adhesionId, personneId, choix, jour }))) return
    for (const lu of await loadADire(client, adhesionId, personneId)) {
      const url = new URL(ADRESSES[lu.qui], env().PORTAIL_URL).href
      await envoyerCourriel(
        client,
        lu.email,
        courrielAccordLecture(lu.qui, choix, url, signature()),
        lu.compteId,
      )
    }
    await journaliser(client, {
      acte: ACTES[choix],
      compteId,
      role: acteur.type,
      objetType: 'personne',
      objetId: personneId,
      resultat: 'FAIT',
    })
  })
}

const ADRESSES = {
  PERSONNE: '/adherent/mon-compte/mes-soins',
  TITULAIRE: '/adherent/remboursements',
} as const

interface ADire {
  readonly qui: keyof typeof ADRESSES
  readonly email: string
  readonly compteId: string
}

/** The person, and the membre participant of the contract: those who have an account with a confirmed address. */
async function loadADire(
  client: Ecriture,
  adhesionId: string,
  personneId: string,
): Promise<readonly ADire[]> {
  const { rows } = await client.query<ADire>(
    `SELECT c.id AS "compteId", c.email, CASE WHEN c.personne_id = $2 THEN 'PERSONNE' ELSE 'TITULAIRE' END AS qui
      FROM comptes c JOIN adhesions a ON a.id = $1
      WHERE c.personne_id IN ($2, a.membre_participant_id) AND c.statut = 'ACTIF' AND c.email_confirme_le IS NOT NULL
      ORDER BY 3`,
    [adhesionId, personneId],
  )
  return rows
}

async function exigerSeizeAns(client: Ecriture, personneId: string, jour: DateCivile): Promise<void> {
  const { rows } = await client.query<{ naissance: string }>(
    'SELECT date_naissance AS naissance FROM personnes WHERE id = $1',
    [personneId],
  )
  const [lu] = rows
  if (lu === undefined || seizeAnsLe(lu.naissance) > jour)
    throw new Error('lecture des soins accordée avant seize ans')
}
