import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadMesContrats } from '../contrat/data'
import type { ContratVecu } from '../contrat/view'
import { loadContrats } from '../cotisation/data'
import type { ContratCotisant } from '../cotisation/view'
import { articleCite } from '../remboursement/data'
import { lireProjet, type Parametres, type Projet } from './schema'
import { contratVise, type ProjetView, voirProjet } from './view'

interface PourRepondre {
  readonly cotisant: ContratCotisant | null
  /** Null: nobody asked. */
  readonly prestationsDepuis: boolean | null
}

/** What an answer needs beside the contract: what it pays, and whether care was paid since an event. Nothing before there is a question. */
async function loadPourProjet(
  portee: PorteeAdherent,
  projet: Projet,
  contrat: ContratVecu | null,
): Promise<PourRepondre> {
  const { choix } = projet
  if (choix === null || contrat === null) return { cotisant: null, prestationsDepuis: null }
  const depuis =
    choix.faire === 'partir' && choix.motif === 'PERTE_REGIME_OBLIGATOIRE' ? projet.jours.evenement : null
  const [cotisant = null] = await ecrire(portee, (client) => loadContrats(client, [contrat.id]))
  if (depuis === null) return { cotisant, prestationsDepuis: null }
  // By the system: care that is somebody's alone counts too, and nothing else is told of it.
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ versees: boolean }>(
      `SELECT EXISTS (SELECT FROM prestations p WHERE p.adhesion_id = $1 AND p.date_soins > $2 AND p.part_mutuelle > 0
        AND p.etat <> 'ANNULEE') AS versees`,
      [contrat.id, depuis],
    )
    return { cotisant, prestationsDepuis: rows[0]?.versees ?? false }
  })
}

/** The whole page for an address; null when this person holds no contract. */
export async function lireVueProjet(
  portee: PorteeAdherent,
  parametres: Parametres,
  jour: DateCivile,
): Promise<ProjetView | null> {
  const projet = lireProjet(parametres, jour)
  const contrats = await loadMesContrats(portee)
  const connus = await loadPourProjet(portee, projet, contratVise(projet, contrats))
  return voirProjet(projet, contrats, { jour, article: articleCite, ...connus })
}
