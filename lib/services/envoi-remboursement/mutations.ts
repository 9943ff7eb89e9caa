import { erreursDe, valeursAResservir } from '@/lib/formulaire/champs'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_REMBOURSEMENT_DEMANDE } from '@/lib/lexique/demande-remboursement'
import { aujourdhui } from '@/lib/server/clock'
import type { PorteeAdherent } from '@/lib/server/portee'
import { type Envoyee, envoyerDemande } from '../demande/mutations'
import type { FaitsRemboursement } from '../demande-remboursement/schema'
import { simuler } from '../simulation/data'
import { simulationSchema } from '../simulation/schema'

interface Saisie extends Record<string, unknown> {
  readonly cle: string
  readonly amo: FaitsRemboursement['amo']
  readonly fichiers: readonly File[]
}

/**
 * Asks for a care to be paid from its papers: described as for a simulation, which must be able to tell what it is worth today; after a
 * first mutuelle it is a complement. @throws {SaisieRefusee}
 */
export async function demanderRemboursement(acteur: PorteeAdherent, saisie: Saisie): Promise<Envoyee> {
  const { cle, amo, fichiers, ...champs } = saisie
  const lu = simulationSchema.safeParse(champs)
  if (!lu.success) throw new SaisieRefusee(...erreursDe(lu.error))
  const demande = lu.data
  const jour = aujourdhui()
  if (demande.jour > jour)
    throw new SaisieRefusee({ champ: 'date', message: PHRASES_REMBOURSEMENT_DEMANDE.FUTUR })
  const { personne, reel } = await simuler(acteur, demande, jour)
  const adhesionId =
    reel.actes[0]?.prestation.adhesionId ?? personne.assure.rattachements[0]?.adhesionId ?? null
  const faits: FaitsRemboursement = { amo, valeurs: valeursAResservir(new Map(Object.entries(champs))) }
  return envoyerDemande(acteur, {
    nature: demande.autres > 0 ? 'COMPLEMENT' : 'REMBOURSEMENT',
    cle,
    adhesionId,
    personneId: personne.id,
    faits,
    fichiers,
    uneFois: true,
  })
}
