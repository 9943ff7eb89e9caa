import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE, PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutTraiter } from '../demande/access'
import { lockDemande } from '../demande/data'
import type { DemandeLue } from '../demande/schema'

/** @throws {SaisieRefusee} */
export function refuser(message: string, champ = ''): never {
  throw new SaisieRefusee({ champ, message })
}

/** One demande, its row locked, for somebody who may treat it. Strangers hear « introuvable ». */
export function surDemande<T>(
  acteur: PorteeGestion,
  id: string,
  faire: (client: Ecriture, demande: DemandeLue) => Promise<T>,
): Promise<T> {
  return ecrire(SYSTEME, async (client) => {
    const demande = await lockDemande(client, id)
    if (demande === null || demande.etat === 'BROUILLON' || !peutTraiter(acteur, demande))
      return refuser(PHRASES_DEMANDE.INTROUVABLE)
    return faire(client, demande)
  })
}

/** The one who took it, or nobody yet for those who may hand it over. */
export function exigerLaSienne(acteur: PorteeGestion, demande: DemandeLue): void {
  if (demande.agentId !== acteur.compteId) refuser(PHRASES_TRAITEMENT.PAS_LA_VOTRE)
}
