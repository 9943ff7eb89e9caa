import type { EtatTeletransmission } from '@/generated/prisma/enums'
import { type ErreurRetour, lireRetours } from '@/lib/flux/teletransmission/lecture'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeSysteme, SYSTEME } from '@/lib/server/portee'
import { cleDuRetour, loadPersonnesDesRetours } from './data'
import { CODES_TELETRANSMISSION, type CodeTeletransmission } from './schema'

export interface ReponseCaisse {
  readonly personneId: string
  readonly etat: EtatTeletransmission
  /** Why; with a refusal or a stop, and only then. */
  readonly code: CodeTeletransmission | null
  readonly depuis: DateCivile
}

/** One person at a time beside others; a file, alone. */
const VERROU = `hashtextextended('teletransmissions', 0)`

/** Writes these answers in their order, those already known aside. Returns the ids of the new ones. */
async function ecrireReponses(
  client: Ecriture,
  reponses: readonly ReponseCaisse[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO teletransmissions (personne_id, rang, etat, code, depuis)
      SELECT n."personneId", coalesce((SELECT max(t.rang) FROM teletransmissions t WHERE t.personne_id = n."personneId"), 0)
          + row_number() OVER (PARTITION BY n."personneId" ORDER BY n.ordre), n.etat::"EtatTeletransmission", n.code, n.depuis
      FROM jsonb_to_recordset($1::jsonb) AS n ("personneId" uuid, ordre int, etat text, code text, depuis date)
      WHERE NOT EXISTS (SELECT FROM teletransmissions e WHERE e.personne_id = n."personneId" AND e.etat::text = n.etat
        AND e.code IS NOT DISTINCT FROM n.code AND e.depuis = n.depuis)
      RETURNING id`,
    [JSON.stringify(reponses.map((reponse, ordre) => ({ ...reponse, ordre })))],
  )
  return rows.map(({ id }) => id)
}

/** Notes what the Assurance maladie answers of a person; known already, it writes nothing. False: nothing new. */
export async function noterTeletransmission(
  _acteur: PorteeSysteme,
  reponse: ReponseCaisse,
): Promise<boolean> {
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock_shared(${VERROU})`)
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('teletransmission:' || $1, 0))`, [
      reponse.personneId,
    ])
    const [note] = await ecrireReponses(client, [reponse])
    if (note === undefined) return false
    await journaliser(client, {
      acte: 'TELETRANSMISSION_NOTEE',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'teletransmission',
      objetId: note,
      resultat: 'FAIT',
      donnees: { etat: reponse.etat },
    })
    return true
  })
}

export type ResultatRetours =
  | {
      readonly issue: 'IMPORTE'
      readonly lignes: number
      readonly nouvelles: number
      /** Lines of people whom the mutuelle does not know: left, and told by their number only. */
      readonly inconnues: readonly number[]
    }
  | { readonly issue: 'REFUSE'; readonly erreurs: readonly ErreurRetour[] }

/** 50 MB: about a million lines. */
const TAILLE_MAXIMALE = 50 * 1024 * 1024
const PAR_PAQUET = 5000

/**
 * A file of answers of the Assurance maladie, whole or not at all: with one mistake nothing is written, and every mistake is told. People
 * who are not known are set aside. The same file again writes nothing.
 */
export async function importerRetours(
  _acteur: PorteeSysteme,
  octets: Uint8Array,
  jour: DateCivile = aujourdhui(),
): Promise<ResultatRetours> {
  if (octets.length > TAILLE_MAXIMALE)
    return refus('Le fichier dépasse 50 Mo : coupez-le en plusieurs, dans l’ordre des réponses.')
  const { retours, erreurs } = lireRetours(octets, CODES_TELETRANSMISSION, jour)
  if (erreurs.length > 0) return { issue: 'REFUSE', erreurs }
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(${VERROU})`)
    const personnes = await loadPersonnesDesRetours(client, retours)
    const inconnues = retours.filter((retour) => !personnes.has(cleDuRetour(retour)))
    // Said twice in the file, it is one answer.
    const reponses = new Map<string, ReponseCaisse>()
    for (const retour of retours) {
      const personneId = personnes.get(cleDuRetour(retour))
      if (personneId === undefined) continue
      const { etat, code, depuis } = retour
      reponses.set(`${personneId} ${etat} ${code} ${depuis}`, { personneId, etat, code, depuis })
    }
    const aEcrire = [...reponses.values()]
    let nouvelles = 0
    for (let debut = 0; debut < aEcrire.length; debut += PAR_PAQUET)
      nouvelles += (await ecrireReponses(client, aEcrire.slice(debut, debut + PAR_PAQUET))).length
    const compte = { lignes: retours.length, nouvelles, inconnues: inconnues.length }
    if (nouvelles > 0)
      await journaliser(client, {
        acte: 'TELETRANSMISSIONS_IMPORTEES',
        compteId: null,
        role: 'SYSTEME',
        objetType: 'teletransmission',
        objetId: null,
        resultat: 'FAIT',
        donnees: compte,
      })
    return { issue: 'IMPORTE', ...compte, inconnues: inconnues.map(({ ligne }) => ligne) }
  })
}

const refus = (message: string): ResultatRetours => ({
  issue: 'REFUSE',
  erreurs: [{ ligne: 1, colonne: null, message }],
})
