import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Consommation } from '@/lib/rules/remboursement/faits'
import { ecrire, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { loadMesContrats } from '../contrat/data'
import { lirePersonnes } from '../foyer/data'
import type { UtilisationLue } from '../garanties/schema'
import { voirReserves } from '../lecture-soins/view'
import { articleCite } from '../remboursement/data'
import { type DemandeDroits, lireDemandeDroits } from './schema'
import { type DroitsView, premierJourConnu, valeurDeLaReponse, voirDroits } from './view'

interface Ligne {
  prestation_id: string
  libelle: string
  executant: string | null
  adhesion_id: string
  personne_id: string
  ligne: Consommation['ligne']
  jour: DateCivile
  montant: Consommation['montant']
  quantite: number | null
  precisions: Pick<Consommation, 'oreille' | 'oeil' | 'etablissement' | 'element'>
}

/** What standing benefits had taken by the end of a day, as far as row level security lets the reader see them. */
async function loadUtilisationsAu(
  portee: PorteeAdherent,
  au: DateCivile,
): Promise<readonly UtilisationLue[]> {
  const { rows } = await ecrire(portee, (client) =>
    client.query<Ligne>(
      `SELECT c.prestation_id, p.libelle, p.executant, c.adhesion_id, c.personne_id, c.ligne, c.jour, c.montant, c.quantite, c.precisions
        FROM consommations c JOIN prestations p ON p.id = c.prestation_id
        WHERE c.adhesion_id = ANY ($1::uuid[]) AND c.jour <= $2
          AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)
        ORDER BY c.jour DESC, c.prestation_id, c.rang`,
      [[...portee.adhesions, ...portee.adhesionsLues], au],
    ),
  )
  return rows.map(({ ligne, jour, montant, quantite, precisions, ...u }) => ({
    prestationId: u.prestation_id,
    personneId: u.personne_id,
    adhesionId: u.adhesion_id,
    libelle: u.libelle,
    executant: u.executant,
    consommation: { ligne, date: jour, montant, ...(quantite === null ? {} : { quantite }), ...precisions },
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
  const personnes = await lire(portee, (tx) => lirePersonnes(tx, portee))
  const utilisations = demande.erreurs.length > 0 ? [] : await loadUtilisationsAu(portee, au)
  return {
    titre: demande.erreurs.length > 0 ? 'Mes droits' : `Mes droits au ${formatDateEnLettres(au)}`,
    valeur: valeurDeLaReponse(au, jour),
    demande,
    droits: voirDroits(contrats, {
      jour,
      au,
      utilisations,
      article: articleCite,
      reserves: voirReserves(personnes, au, articleCite),
    }),
  }
}
