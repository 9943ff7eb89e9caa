import { SaisieRefusee } from '@/lib/formulaire/refus'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { SYSTEME } from '@/lib/server/portee'
import { emettreDocument } from '../document/mutations'
import { loadContratsSansCarte } from './data'

interface CartesEmises {
  readonly faites: number
  /** No card today, and the member is told why when they ask: guarantees suspended, no formule. */
  readonly refusees: number
  readonly echecs: number
}

/**
 * The card of every contract in force that day that has none for it, as at the start of a year; those already issued stay. A contract that
 * cannot be read stops nobody else's card. `annoncer`: whoever reads theirs on a screen is told by mail that it is there.
 */
export async function emettreCartes(
  jour: DateCivile,
  dire: { readonly annoncer?: true } = {},
): Promise<CartesEmises> {
  const compte = { faites: 0, refusees: 0, echecs: 0 }
  for (const adhesion of await ecrire(SYSTEME, (client) => loadContratsSansCarte(client, jour))) {
    try {
      await emettreDocument(SYSTEME, { nature: 'CARTE_TIERS_PAYANT', adhesion, ...dire }, jour)
      compte.faites += 1
    } catch (erreur) {
      if (erreur instanceof SaisieRefusee) compte.refusees += 1
      else {
        compte.echecs += 1
        log.error({
          evenement: 'carte-en-echec',
          adhesion,
          erreur: erreur instanceof Error ? erreur.name : typeof erreur,
        })
      }
    }
  }
  return compte
}
