import { faitsAttestationCotisations } from '@/lib/papiers/attestation-cotisations'
import { type DateCivile, premierJanvier } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire, lire } from '@/lib/server/db'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { enteteOrganisme, reglementDuContrat } from '../document/data'
import { type ContratLu, PapierRefuse } from '../document/view'
import { arreterAu, totaliser, type VersementLu } from './view'

/** What a contract paid or was given back from the first of January to that day, by the day of payment. Cents. */
async function loadVersements(
  client: Ecriture,
  adhesionId: string,
  annee: number,
  jusquAu: DateCivile,
): Promise<readonly VersementLu[]> {
  const { rows } = await client.query<VersementLu>(
    `SELECT du, au, payee_le AS le, montant FROM echeances
      WHERE adhesion_id = $1 AND etat = 'PAYEE' AND montant <> 0 AND payee_le BETWEEN $2 AND $3
      ORDER BY payee_le, exigible_le, rang, id`,
    [adhesionId, premierJanvier(annee), jusquAu],
  )
  return rows
}

/** Years in which each of these contracts paid something, the latest first. */
export async function loadAnneesPayees(
  acteur: PorteeAdherent,
  jour: DateCivile,
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (acteur.adhesions.length === 0) return new Map()
  const lues = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<{ adhesionId: string; annees: number[] }[]>(
      `SELECT adhesion_id::text AS "adhesionId", array_agg(DISTINCT extract(year FROM payee_le)::int ORDER BY
          extract(year FROM payee_le)::int DESC) AS annees FROM echeances
        WHERE adhesion_id = ANY ($1::uuid[]) AND etat = 'PAYEE' AND montant <> 0 AND payee_le <= $2::date GROUP BY 1`,
      [...acteur.adhesions],
      jour,
    ),
  )
  return new Map(lues.map(({ adhesionId, annees }) => [adhesionId, annees]))
}

/**
 * What an attestation of contributions states, and the days it looks at.
 * @param payeur whether it is asked for the membre participant. @throws {PapierRefuse} when there is nothing to state, or not to them.
 */
export async function preparerCotisations(contrat: ContratLu, payeur: boolean, an: number, jour: DateCivile) {
  if (!payeur)
    throw new PapierRefuse(
      'Cette attestation est faite pour la personne qui paie les cotisations de ce contrat.',
    )
  const arreteAu = arreterAu(an, jour)
  const lus = await ecrire(SYSTEME, (client) => loadVersements(client, contrat.id, an, arreteAu))
  const { membre, numeroAdherent } = contrat
  const faits = faitsAttestationCotisations.parse({
    organisme: enteteOrganisme(),
    adherent: { prenom: membre.prenom, nom: membre.nom, numeroAdherent },
    reglement: reglementDuContrat(contrat).nom,
    annee: an,
    arreteAu,
    ...totaliser(an, lus),
  })
  // No person's rights are in it, nor the day it is asked: the same payments are the same paper.
  const sources = { prestations: [], personnes: [], formule: null, jour: null }
  return {
    gabarit: 'attestation-cotisations/1',
    du: premierJanvier(an),
    au: arreteAu,
    donnees: { faits, sources },
  }
}
