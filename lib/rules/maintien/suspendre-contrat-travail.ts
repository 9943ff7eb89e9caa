import { ajouterJours, type DateCivile, laPlusTardive } from '../date/date-civile'
import { accorder, type Decision } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { type ArticleId, enDate, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

export interface ParametresSuspension {
  /** Jours laissés pour faire savoir la reprise du travail. */
  readonly informationJours: number
  readonly article: ArticleId
}

export interface FaitsSuspension {
  readonly dateCessationActivite: DateCivile
  /** Salaire, indemnités ou rente payés au moins en partie par l'employeur. */
  readonly indemnisee: boolean
  readonly dateReprise: DateCivile | null
  readonly dateInformation: DateCivile | null
}

export interface Suspension {
  /** null : les garanties n'ont pas été suspendues. */
  readonly suspenduDepuis: DateCivile | null
  /** null : pas suspendu, ou travail non repris. */
  readonly remiseEnVigueur: DateCivile | null
}

/** Garanties d'un salarié dont le contrat de travail est suspendu, et jour de leur remise en vigueur. */
export function suspendreContratTravail(
  reglement: Reglement,
  faits: FaitsSuspension,
): Decision<Suspension, null, 'dateInformation'> {
  const depuis = faits.dateCessationActivite
  const regle = regleEnVigueur(reglement.suspensionContrat, depuis, 'suspension du contrat de travail')
  verifierOrdre(['dateCessationActivite', depuis], ['dateReprise', faits.dateReprise])
  const debut = { depuis: enDate(depuis) }
  if (faits.indemnisee) {
    return accorder(
      { suspenduDepuis: null, remiseEnVigueur: null },
      motif('SUSPENSION_INDEMNISEE', regle.article, debut),
    )
  }
  const suspendues = motif('SUSPENSION_SANS_INDEMNITE', regle.article, debut)
  if (faits.dateReprise === null) {
    return accorder({ suspenduDepuis: depuis, remiseEnVigueur: null }, suspendues)
  }
  const information = exiger(faits.dateInformation, 'dateInformation')
  const limite = ajouterJours(faits.dateReprise, regle.informationJours)
  const aTemps = information <= limite
  const remiseEnVigueur = aTemps ? faits.dateReprise : laPlusTardive(faits.dateReprise, information)
  const donnees = {
    reprise: enDate(faits.dateReprise),
    information: enDate(information),
    delai: enNombre(regle.informationJours, 'jours'),
    effet: enDate(remiseEnVigueur),
  }
  const code = aTemps ? 'REPRISE_SIGNALEE_A_TEMPS' : 'REPRISE_SIGNALEE_TARD'
  return accorder(
    { suspenduDepuis: depuis, remiseEnVigueur },
    motif(code, regle.article, donnees),
    suspendues,
  )
}
