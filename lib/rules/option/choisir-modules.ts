import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { type ArticleId, enNombre, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Contraintes entre les niveaux des modules d'une garantie modulaire. */
export interface ParametresModules {
  readonly niveauMin: number
  readonly niveauMax: number
  readonly ecartMax: number
  /** Deux niveaux qui ne cohabitent pas. */
  readonly exclusion: readonly [number, number]
  readonly article: ArticleId
}

export interface NiveauxModules {
  readonly soinsCourants: number
  readonly dentaireOptiqueAudition: number
  readonly hospitalisation: number
}

/** La combinaison de niveaux est-elle souscriptible ? Un refus donne tous les motifs. */
export function choisirModules(reglement: Reglement, niveaux: NiveauxModules): Decision<NiveauxModules> {
  const regle = prevu(reglement.modules, 'garantie modulaire')
  for (const [module, niveau] of Object.entries(niveaux)) {
    if (!Number.isInteger(niveau) || niveau < regle.niveauMin || niveau > regle.niveauMax) {
      throw faitInvalide(module, `un niveau va de ${regle.niveauMin} à ${regle.niveauMax}`)
    }
  }
  const choisis = [niveaux.soinsCourants, niveaux.dentaireOptiqueAudition, niveaux.hospitalisation]
  const ecart = Math.max(...choisis) - Math.min(...choisis)
  const [un, autre] = regle.exclusion
  const refus = [
    ...(ecart > regle.ecartMax
      ? [motif('ECART_DE_NIVEAUX', regle.article, { ecart: enNombre(ecart), max: enNombre(regle.ecartMax) })]
      : []),
    ...(choisis.includes(un) && choisis.includes(autre)
      ? [motif('NIVEAUX_INCOMPATIBLES', regle.article, { un: enNombre(un), autre: enNombre(autre) })]
      : []),
  ]
  if (refus.length > 0) return refuser(null, ...auMoinsUnMotif(refus))
  return accorder(niveaux, motif('NIVEAUX_COMPATIBLES', regle.article, { max: enNombre(regle.ecartMax) }))
}
