import { SaisieRefusee } from '@/lib/formulaire/refus'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutVoirNumeros } from './access'
import { loadNumeros } from './data'
import { ecrireNumero } from './view'

/** The numbers in full, once, and the line that says to whom. @throws {SaisieRefusee} */
export async function montrerNumeros(acteur: PorteeGestion, personneId: string): Promise<readonly string[]> {
  if (!peutVoirNumeros(acteur))
    throw new SaisieRefusee({ champ: '', message: 'Cette personne est introuvable.' })
  return ecrire(acteur, async (client) => {
    const numeros = await loadNumeros(client, personneId)
    if (numeros.length === 0)
      throw new SaisieRefusee({ champ: '', message: 'Cette personne est introuvable.' })
    await journaliser(client, {
      acte: 'NIR_MONTRE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'personne',
      objetId: personneId,
      resultat: 'FAIT',
    })
    return numeros.map(ecrireNumero)
  })
}
