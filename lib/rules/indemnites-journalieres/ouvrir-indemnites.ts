import { ajouterMois, type DateCivile } from '../date/date-civile'
import { accorder, auMoinsUnMotif, type Decision, refuser } from '../decision/decision'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export interface ParametresIndemnites {
  readonly formules: readonly string[]
  readonly dureeMois: number
  readonly article: ArticleId
  /** Article qui fait renouveler la demande de l'employeur chaque mois. */
  readonly demande: ArticleId
}

export interface FaitsIndemnites {
  readonly formule: string
  readonly role: 'ADHERENT' | 'CONJOINT' | 'ENFANT'
  readonly agentTerritorial: boolean
  /** Fin du plein traitement : la mutuelle prend le relais. */
  readonly dateFinPleinTraitement: DateCivile
  readonly dateDemande: DateCivile
}

export interface OuvertureIndemnites {
  readonly finAuPlusTard: DateCivile
  readonly renouvelerAvant: DateCivile
}

/** Droit aux indemnités journalières qui prolongent le plein traitement, et leurs bornes. Tous les refus sont dits. */
export function ouvrirIndemnites(
  reglement: Reglement,
  faits: FaitsIndemnites,
): Decision<OuvertureIndemnites> {
  const regle = regleEnVigueur(reglement.indemnites, faits.dateDemande, 'indemnités journalières')
  verifierOrdre(['dateFinPleinTraitement', faits.dateFinPleinTraitement], ['dateDemande', faits.dateDemande])
  const refus = [
    ...(regle.formules.includes(faits.formule) ? [] : [motif('IJ_FORMULE_SANS_INDEMNITES', regle.article)]),
    ...(faits.role === 'ADHERENT' ? [] : [motif('IJ_RESERVEES_A_L_ADHERENT', regle.article)]),
    ...(faits.agentTerritorial ? [] : [motif('IJ_RESERVEES_AUX_AGENTS', regle.article)]),
  ]
  if (refus.length > 0) return refuser(null, ...auMoinsUnMotif(refus))
  const finAuPlusTard = ajouterMois(faits.dateFinPleinTraitement, regle.dureeMois)
  const renouvelerAvant = ajouterMois(faits.dateDemande, 1)
  const duree = { duree: enNombre(regle.dureeMois, 'mois'), fin: enDate(finAuPlusTard) }
  return accorder(
    { finAuPlusTard, renouvelerAvant },
    motif('IJ_OUVERTES', regle.article, duree),
    motif('IJ_DEMANDE_MENSUELLE', regle.demande, { avant: enDate(renouvelerAvant) }),
  )
}
