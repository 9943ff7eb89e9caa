import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Consommation } from '@/lib/rules/remboursement/faits'
import { ecrire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { loadMesContrats } from '../contrat/data'
import { articleCite } from '../remboursement/data'
import { type DemandeDroits, lireDemandeDroits } from './schema'
import { type DroitsView, premierJourConnu, valeurDeLaReponse, voirDroits } from './view'

export interface ConsommationLue extends Consommation {
  readonly adhesionId: string
  readonly personneId: string
}

interface Ligne {
  adhesion_id: string
  personne_id: string
  ligne: Consommation['ligne']
  jour: DateCivile
  montant: Consommation['montant']
  quantite: number | null
  precisions: Pick<Consommation, 'oreille' | 'oeil' | 'etablissement' | 'element'>
}

/** What standing benefits had taken by the end of a day, as far as row level security lets the reader see them. */
async function loadConsommationsAu(
  portee: PorteeAdherent,
  au: DateCivile,
): Promise<readonly ConsommationLue[]> {
  const { rows } = await ecrire(portee, (client) =>
    client.query<Ligne>(
      `SELECT c.adhesion_id, c.personne_id, c.ligne, c.jour, c.montant, c.quantite, c.precisions
        FROM consommations c JOIN prestations p ON p.id = c.prestation_id
        WHERE c.adhesion_id = ANY ($1::uuid[]) AND c.jour <= $2
          AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)
        ORDER BY c.jour, c.prestation_id, c.rang`,
      [[...portee.adhesions, ...portee.adhesionsLues], au],
    ),
  )
  return rows.map(({ adhesion_id, personne_id, jour, quantite, precisions, ...c }) => ({
    ...c,
    ...precisions,
    ...(quantite === null ? {} : { quantite }),
    adhesionId: adhesion_id,
    personneId: personne_id,
    date: jour,
  }))
}

interface VueDroits {
  readonly titre: string
  readonly valeur: string
  readonly demande: DemandeDroits
  readonly droits: readonly DroitsView[]
}

/** The whole page for a day. */
export async function lireVueDroits(
  portee: PorteeAdherent,
  brut: string | undefined,
  jour: DateCivile,
): Promise<VueDroits> {
  const contrats = await loadMesContrats(portee)
  const demande = lireDemandeDroits(brut, jour, premierJourConnu(contrats))
  const { au } = demande
  const consommations = demande.erreurs.length > 0 ? [] : await loadConsommationsAu(portee, au)
  return {
    titre: demande.erreurs.length > 0 ? 'Mes droits' : `Mes droits au ${formatDateEnLettres(au)}`,
    valeur: valeurDeLaReponse(au, jour),
    demande,
    droits: voirDroits(contrats, { jour, au, consommations, article: articleCite }),
  }
}
