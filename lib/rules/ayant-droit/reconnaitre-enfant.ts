import { ageAu, annee, type DateCivile, trenteEtUnDecembre } from '../date/date-civile'
import { accorder, attendre, refuser } from '../decision/decision'
import { exiger } from '../decision/exiger'
import { type ArticleId, enCode, enDate, enNombre, motif } from '../decision/motif'
import type { DecisionAyantDroit, FaitsAyantDroit, SituationEnfant } from './reconnaitre-ayant-droit'

/** Handicap qui lève la limite d'âge ; `avantAge` null : reconnu à tout âge. */
interface RegleHandicap {
  readonly avantAge: number | null
  readonly article: ArticleId
}

/** Les âges courent jusqu'au 31 décembre de l'année de l'anniversaire. */
export type RegleEnfant =
  | {
      readonly politique: 'AGE_PUIS_SITUATION'
      readonly ageSansCondition: number
      readonly ageAvecSituation: number
      readonly situations: readonly SituationEnfant[]
      readonly handicap: RegleHandicap
      readonly article: ArticleId
    }
  | {
      readonly politique: 'CELIBATAIRE'
      readonly ageLimite: number
      readonly handicap: RegleHandicap
      readonly article: ArticleId
    }
  | { readonly politique: 'RATTACHEMENT_FISCAL'; readonly article: ArticleId }

const MAJORITE = 18

const finDAnneeDesAns = (naissance: DateCivile, age: number): DateCivile =>
  trenteEtUnDecembre(annee(naissance) + age)

/** L'enfant est-il à charge au sens de ce règlement, et jusqu'à quand si sa situation ne change pas ? */
export function reconnaitreEnfant(regle: RegleEnfant, faits: FaitsAyantDroit): DecisionAyantDroit {
  const naissance = exiger(faits.dateNaissance, 'dateNaissance')
  if (regle.politique === 'RATTACHEMENT_FISCAL') return selonRattachement(regle.article, naissance, faits)
  if (leveLaLimite(regle.handicap, naissance, faits.handicapReconnuLe)) {
    const donnees = { reconnu: enDate(exiger(faits.handicapReconnuLe, 'handicapReconnuLe')) }
    return accorder({ jusquAu: null }, motif('HANDICAP_SANS_LIMITE_D_AGE', regle.handicap.article, donnees))
  }
  return regle.politique === 'CELIBATAIRE'
    ? selonCelibat(regle, naissance, faits)
    : selonAgeEtSituation(regle, naissance, faits)
}

/** « Avant son n-ième anniversaire » : l'âge révolu à la reconnaissance est inférieur à n. */
function leveLaLimite(regle: RegleHandicap, naissance: DateCivile, reconnuLe: DateCivile | null): boolean {
  if (reconnuLe === null) return false
  return regle.avantAge === null || ageAu(naissance, reconnuLe) < regle.avantAge
}

function selonRattachement(
  article: ArticleId,
  naissance: DateCivile,
  faits: FaitsAyantDroit,
): DecisionAyantDroit {
  if (ageAu(naissance, faits.date) < MAJORITE)
    return accorder({ jusquAu: null }, motif('ENFANT_MINEUR', article))
  const rattache = exiger(faits.rattacheFiscalement, 'rattacheFiscalement')
  return rattache
    ? accorder({ jusquAu: null }, motif('RATTACHE_FISCALEMENT', article))
    : refuser(null, motif('NON_RATTACHE_FISCALEMENT', article))
}

/** Un mineur est tenu pour célibataire : l'âge du mariage est dix-huit ans. */
function selonCelibat(
  regle: Extract<RegleEnfant, { politique: 'CELIBATAIRE' }>,
  naissance: DateCivile,
  faits: FaitsAyantDroit,
): DecisionAyantDroit {
  const jusquAu = finDAnneeDesAns(naissance, regle.ageLimite)
  const donnees = { age: enNombre(regle.ageLimite, 'ans'), limite: enDate(jusquAu) }
  const mineur = ageAu(naissance, faits.date) < MAJORITE
  const celibataire = mineur ? (faits.celibataire ?? true) : exiger(faits.celibataire, 'celibataire')
  if (!celibataire) return refuser(null, motif('NON_CELIBATAIRE', regle.article))
  return faits.date <= jusquAu
    ? accorder({ jusquAu }, motif('ENFANT_SOUS_LA_LIMITE_D_AGE', regle.article, donnees))
    : refuser(null, motif('AGE_LIMITE_ATTEINTE', regle.article, donnees))
}

function selonAgeEtSituation(
  regle: Extract<RegleEnfant, { politique: 'AGE_PUIS_SITUATION' }>,
  naissance: DateCivile,
  faits: FaitsAyantDroit,
): DecisionAyantDroit {
  const sansCondition = finDAnneeDesAns(naissance, regle.ageSansCondition)
  const avecSituation = finDAnneeDesAns(naissance, regle.ageAvecSituation)
  const enCharge = { age: enNombre(regle.ageAvecSituation, 'ans'), limite: enDate(avecSituation) }
  if (faits.date > avecSituation) return refuser(null, motif('AGE_LIMITE_ATTEINTE', regle.article, enCharge))
  if (faits.date <= sansCondition) {
    const justifiee = estPrevue(regle, faits.situation) && faits.justificatif === true
    if (!justifiee) {
      const donnees = { age: enNombre(regle.ageSansCondition, 'ans'), limite: enDate(sansCondition) }
      return accorder(
        { jusquAu: sansCondition },
        motif('ENFANT_SOUS_LA_LIMITE_D_AGE', regle.article, donnees),
      )
    }
  }
  const situation = exiger(faits.situation, 'situation')
  const donnees = {
    ...enCharge,
    sansCondition: enNombre(regle.ageSansCondition, 'ans'),
    situation: enCode(situation),
  }
  if (!estPrevue(regle, situation))
    return refuser(null, motif('SITUATION_NON_RETENUE', regle.article, donnees))
  if (!exiger(faits.justificatif, 'justificatif')) {
    return attendre(['justificatif'], motif('JUSTIFICATIF_MANQUANT', regle.article, donnees))
  }
  return accorder({ jusquAu: avecSituation }, motif('ENFANT_EN_SITUATION', regle.article, donnees))
}

const estPrevue = (
  regle: Extract<RegleEnfant, { politique: 'AGE_PUIS_SITUATION' }>,
  situation: SituationEnfant | null,
): boolean => situation !== null && regle.situations.includes(situation)
