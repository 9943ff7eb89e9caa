import { ajouterJours, ajouterMois, annee, type DateCivile, mois } from '../date/date-civile'
import { accorder, auMoinsUnMotif, type Decision } from '../decision/decision'
import { faitInvalide } from '../decision/erreur'
import {
  type ArticleId,
  enDate,
  enMontant,
  enNombre,
  enPourcentage,
  type Motif,
  motif,
} from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import type { Montant } from '../montant/montant'
import { pourcentDe } from '../montant/taux'
import { regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'

/** Délais en jours : de l'échéance à la mise en demeure, puis de celle-ci à la suspension et à la résiliation. */
export interface ParametresImpaye {
  readonly miseEnDemeureJours: number
  readonly suspensionJours: number
  readonly resiliationJours: number
  readonly article: ArticleId
  /** Article qui fait reprendre les garanties à midi le lendemain du paiement. */
  readonly reprise: ArticleId | null
  /** Article qui arrête les effets d'une suspension à la fin de la période annuelle. */
  readonly finAnnuelle: ArticleId | null
  /** Majoration par mois de retard commencé, en pourcentage des sommes dues. */
  readonly majoration: { readonly pourcentParMois: number; readonly article: ArticleId } | null
  /** Article qui met un mois de cotisation à la charge de qui a été mis en demeure. */
  readonly fraisRecouvrement: ArticleId | null
}

export interface FaitsImpaye {
  readonly dateEcheance: DateCivile
  readonly dateMiseEnDemeure: DateCivile | null
  readonly datePaiement: DateCivile | null
  readonly montantDu: Montant | null
  readonly cotisationMensuelle: Montant | null
}

export interface Impaye {
  readonly miseEnDemeureAuPlusTot: DateCivile
  readonly suspensionAuPlusTot: DateCivile | null
  readonly resiliationAuPlusTot: DateCivile | null
  /** Jour où les garanties suspendues reprennent, à midi. */
  readonly reprise: DateCivile | null
  readonly majoration: Montant | null
  readonly fraisRecouvrement: Montant | null
}

/** Calendrier d'un impayé, reprise des garanties et pénalités. */
export function traiterImpaye(reglement: Reglement, faits: FaitsImpaye): Decision<Impaye> {
  const regle = regleEnVigueur(reglement.impaye, faits.dateEcheance, 'cotisation impayée')
  const miseEnDemeureAuPlusTot = ajouterJours(faits.dateEcheance, regle.miseEnDemeureJours)
  verifierFaits(faits, miseEnDemeureAuPlusTot)
  const envoi = faits.dateMiseEnDemeure
  const suspension = envoi === null ? null : ajouterJours(envoi, regle.suspensionJours)
  const resiliation = envoi === null ? null : ajouterJours(envoi, regle.resiliationJours)
  const reprise = reprendre(regle, suspension, faits.datePaiement)
  const majoration = majorer(regle, faits)
  const frais = recouvrer(regle, faits)
  const calendrier = motif('IMPAYE_CALENDRIER', regle.article, {
    echeance: enDate(faits.dateEcheance),
    miseEnDemeure: enDate(miseEnDemeureAuPlusTot),
    attenteSuspension: enNombre(regle.suspensionJours, 'jours'),
    attenteResiliation: enNombre(regle.resiliationJours, 'jours'),
    ...(suspension === null ? {} : { suspension: enDate(suspension) }),
    ...(resiliation === null ? {} : { resiliation: enDate(resiliation) }),
  })
  const suites = [reprise, majoration, frais].flatMap((suite) => (suite === null ? [] : [suite.motif]))
  const valeur: Impaye = {
    miseEnDemeureAuPlusTot,
    suspensionAuPlusTot: suspension,
    resiliationAuPlusTot: resiliation,
    reprise: reprise?.valeur ?? null,
    majoration: majoration?.valeur ?? null,
    fraisRecouvrement: frais?.valeur ?? null,
  }
  return accorder(valeur, ...auMoinsUnMotif([calendrier, ...suites]))
}

function verifierFaits(faits: FaitsImpaye, auPlusTot: DateCivile): void {
  if (faits.dateMiseEnDemeure !== null && faits.dateMiseEnDemeure < auPlusTot) {
    throw faitInvalide('dateMiseEnDemeure', `la mise en demeure ne peut partir avant le ${auPlusTot}`)
  }
  verifierOrdre(['dateMiseEnDemeure', faits.dateMiseEnDemeure], ['datePaiement', faits.datePaiement])
  if (faits.montantDu !== null && faits.montantDu < 0)
    throw faitInvalide('montantDu', 'un montant dû est positif')
  if (faits.cotisationMensuelle !== null && faits.cotisationMensuelle < 0) {
    throw faitInvalide('cotisationMensuelle', 'une cotisation est positive')
  }
}

interface Suite<V> {
  readonly valeur: V
  readonly motif: Motif
}

/** Sans suspension il n'y a rien à reprendre : un paiement avant elle ne donne pas de reprise. */
function reprendre(
  regle: ParametresImpaye,
  suspension: DateCivile | null,
  paiement: DateCivile | null,
): Suite<DateCivile> | null {
  if (regle.reprise === null || suspension === null || paiement === null || paiement < suspension) return null
  const valeur = ajouterJours(paiement, 1)
  const donnees = { paiement: enDate(paiement), reprise: enDate(valeur) }
  return { valeur, motif: motif('IMPAYE_REPRISE', regle.reprise, donnees) }
}

function majorer(regle: ParametresImpaye, faits: FaitsImpaye): Suite<Montant> | null {
  if (regle.majoration === null || faits.montantDu === null || faits.datePaiement === null) return null
  const retard = moisCommences(faits.dateEcheance, faits.datePaiement)
  const { pourcentParMois, article } = regle.majoration
  const valeur = pourcentDe(faits.montantDu, pourcentParMois * retard)
  const donnees = {
    du: enMontant(faits.montantDu),
    mois: enNombre(retard, 'mois'),
    taux: enPourcentage(pourcentParMois),
    majoration: enMontant(valeur),
  }
  return { valeur, motif: motif('IMPAYE_MAJORATION', article, donnees) }
}

/** Mois de retard, tout mois commencé compté ; aucun quand on paie à l'échéance ou avant. */
function moisCommences(echeance: DateCivile, paiement: DateCivile): number {
  if (paiement <= echeance) return 0
  const ecart = (annee(paiement) - annee(echeance)) * 12 + mois(paiement) - mois(echeance)
  return ajouterMois(echeance, ecart) < paiement ? ecart + 1 : ecart
}

function recouvrer(regle: ParametresImpaye, faits: FaitsImpaye): Suite<Montant> | null {
  const valeur = faits.cotisationMensuelle
  if (regle.fraisRecouvrement === null || faits.dateMiseEnDemeure === null || valeur === null) return null
  return { valeur, motif: motif('IMPAYE_FRAIS', regle.fraisRecouvrement, { frais: enMontant(valeur) }) }
}
