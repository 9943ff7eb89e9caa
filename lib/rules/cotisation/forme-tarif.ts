import { premierJanvier } from '../date/date-civile'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { ouvrirFormule } from '../remboursement/formule'
import { colonnesDesModules } from './tarif-base-et-age'

/** Ce qu'il faut écrire pour donner un tarif : chaque règlement lit une forme, et une seule. */
export type FormeTarif =
  | { readonly forme: 'BASE' }
  | { readonly forme: 'MODULES'; readonly modules: number }
  | { readonly forme: 'TRANCHES' }
  /** Un montant par rôle, ou un pourcentage du plafond mensuel : l'un des deux. */
  | { readonly forme: 'PAR_ROLE' }

/**
 * La forme du tarif d'une formule, une année.
 * @throws {ErreurDeRegle} NON_PREVU si le règlement ne dit rien des cotisations, FORMULE_INCONNUE, HORS_PERIODE.
 */
export function formeDeTarif(reglement: Reglement, annee: number, formule: string): FormeTarif {
  const regle = regleEnVigueur(reglement.cotisation, premierJanvier(annee), 'cotisation').tarif
  ouvrirFormule(reglement, formule, null)
  if (regle.politique !== 'BASE_ET_AGE') return { forme: regle.politique }
  const colonnes = colonnesDesModules(regle, formule)
  return colonnes === null || new Set(colonnes).size === 1
    ? { forme: 'BASE' }
    : { forme: 'MODULES', modules: colonnes.length }
}
