import { lire, parLecture } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { ADHESION } from '../foyer/data'
import { DEMANDE_DE_FIN } from '../mouvement/data'
import type { ContratVecu } from './view'

type ContratLu = Omit<ContratVecu, 'titulaire' | 'lecteur'>

/**
 * Every contract that covers this person or did, oldest first: whole for whom it belongs to, their own cover only for an ayant droit.
 * Row level security chooses the people; days are texts.
 */
export async function loadMesContrats(portee: PorteeAdherent): Promise<ContratVecu[]> {
  const { adhesions, adhesionsLues, personneId } = portee
  const ids = [...adhesions, ...adhesionsLues]
  const contrats = await lire(portee, (tx) =>
    parLecture(tx)<ContratLu>(
      `SELECT ${ADHESION}, ${DEMANDE_DE_FIN} AS "demandeDeFin", EXISTS (SELECT FROM impayes i WHERE i.adhesion_id = a.id AND i.etape = 'RESILIE') AS "resiliePourImpaye"
        FROM adhesions a WHERE a.id = ANY ($1::uuid[]) ORDER BY a.date_effet, a.numero_adherent`,
      [ids],
    ),
  )
  return contrats.map((contrat) => ({
    ...contrat,
    titulaire: adhesions.includes(contrat.id),
    lecteur: personneId,
  }))
}
