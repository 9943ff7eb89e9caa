import { enCode } from '../decision/motif'
import { type Etape, type SerieDatee, valeurAu } from '../reglement/serie-datee'
import type { Compte } from './compte'
import { etape } from './etape'

/** Une valeur datée lue au jour des soins ; une valeur incertaine se dit dans les motifs. */
export function lireParametre<V extends number>(compte: Compte, serie: SerieDatee<V>): Etape<V> {
  const parametre = valeurAu(serie, compte.contexte.jour)
  if (parametre.confiance === 'low') {
    compte.motifs.push(etape('PARAMETRE_INCERTAIN', parametre.article, { nom: enCode(serie.nom) }))
  }
  return parametre
}
