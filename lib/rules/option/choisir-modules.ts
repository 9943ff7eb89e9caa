import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import { type ArticleId, enNombre, motif } from '../decision/motif'
import { prevu } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { type ContraintesNiveaux, comparerNiveaux, estNiveau } from './comparer-niveaux'

export interface ParametresModules extends ContraintesNiveaux {
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
    if (!estNiveau(niveau, regle)) {
      throw faitInvalide(module, `un niveau va de ${regle.niveauMin} à ${regle.niveauMax}`)
    }
  }
  const choisis = [niveaux.soinsCourants, niveaux.dentaireOptiqueAudition, niveaux.hospitalisation]
  const { ecart, tropEcartes, incompatibles } = comparerNiveaux(choisis, regle)
  const [un, autre] = regle.exclusion
  const refus = [
    ...(tropEcartes
      ? [motif('ECART_DE_NIVEAUX', regle.article, { ecart: enNombre(ecart), max: enNombre(regle.ecartMax) })]
      : []),
    ...(incompatibles
      ? [motif('NIVEAUX_INCOMPATIBLES', regle.article, { un: enNombre(un), autre: enNombre(autre) })]
      : []),
  ]
  if (refus.length > 0) return refuser(null, ...auMoinsUnMotif(refus))
  return accorder(niveaux, motif('NIVEAUX_COMPATIBLES', regle.article, { max: enNombre(regle.ecartMax) }))
}
