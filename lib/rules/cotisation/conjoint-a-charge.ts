import { ajouterMois, type DateCivile } from '../date/date-civile'
import { accorder, type Decision, refuser } from '../decision/decision'
import { type ArticleId, enDate, enMontant, enNombre, enPourcentage, motif } from '../decision/motif'
import type { Montant } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Quand un conjoint est à charge, et ce qui lui en reste à la mort de l'adhérent. */
export interface RegleConjointACharge {
  readonly article: ArticleId
  /** Revenu d'un trimestre, en % du traitement mensuel minimum, qu'il doit ne pas atteindre. */
  readonly revenuMax: number
  readonly maintienMois: number
}

export interface FaitsConjointACharge {
  readonly date: DateCivile
  /** Revenu imposable du trimestre ; zéro s'il n'en a pas. */
  readonly revenuTrimestriel: Montant
  readonly traitementMinimumMensuel: Montant
}

const regleDe = (reglement: Reglement, date: DateCivile): RegleConjointACharge =>
  prevu(regleEnVigueur(reglement.cotisation, date, 'conjoint à charge').conjointACharge, 'conjoint à charge')

/** Le conjoint est-il à charge ? Sans revenu, ou sous le seuil sans l'atteindre. */
export function reconnaitreConjointACharge(
  reglement: Reglement,
  faits: FaitsConjointACharge,
): Decision<{ readonly seuil: Montant }> {
  const regle = regleDe(reglement, faits.date)
  const seuil = pourcentDe(faits.traitementMinimumMensuel, regle.revenuMax)
  const donnees = {
    revenu: enMontant(faits.revenuTrimestriel),
    part: enPourcentage(regle.revenuMax),
    seuil: enMontant(seuil),
  }
  const aCharge = faits.revenuTrimestriel === 0 || faits.revenuTrimestriel < seuil
  return aCharge
    ? accorder({ seuil }, motif('CONJOINT_SOUS_LE_SEUIL', regle.article, donnees))
    : refuser(null, motif('CONJOINT_AU_DESSUS_DU_SEUIL', regle.article, donnees))
}

/** À la mort de l'adhérent, le conjoint à charge devient adhérent et garde un temps sa cotisation réduite. */
export function garderTarifDuConjoint(
  reglement: Reglement,
  dateDeces: DateCivile,
): Decision<{ readonly jusquAu: DateCivile }> {
  const regle = regleDe(reglement, dateDeces)
  const jusquAu = ajouterMois(dateDeces, regle.maintienMois)
  const donnees = {
    deces: enDate(dateDeces),
    duree: enNombre(regle.maintienMois, 'mois'),
    jusquAu: enDate(jusquAu),
  }
  return accorder({ jusquAu }, motif('TARIF_DU_CONJOINT_GARDE', regle.article, donnees))
}
