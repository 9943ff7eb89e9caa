import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE, PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutAttribuer, peutTraiter } from '../demande/access'
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

/** The one who took it. @throws {SaisieRefusee} */
export function exigerLaSienne(acteur: PorteeGestion, demande: DemandeLue): void {
  if (demande.agentId !== acteur.compteId) refuser(PHRASES_TRAITEMENT.PAS_LA_VOTRE)
}

/** The one who took it, or who answers for the team: somebody absent holds nothing for ever. @throws {SaisieRefusee} */
export function exigerSienneOuResponsable(acteur: PorteeGestion, demande: DemandeLue): void {
  if (!peutAttribuer(acteur, demande)) exigerLaSienne(acteur, demande)
}
