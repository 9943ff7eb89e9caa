import { ajouterAnnees, ajouterMois, type DateCivile, joursEntre } from '../date/date-civile'
import { attendre } from '../decision/decision'
import { enDate, enMontant, enNombre, type Motif, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { montant } from '../montant/montant'
import type { FaitsLoisirsHandicap, FaitsVacancesEnfant, FaitsVacancesRetraite } from './faits-aide'
import type {
  DecisionAide,
  RegleLoisirsHandicap,
  RegleVacancesEnfant,
  RegleVacancesRetraite,
  Sejour,
} from './regle-aide'
import { due, pasRetraite, repondre, si, tropJeune } from './repondre-aide'

/** Premier et dernier jour compris. @throws {ErreurDeRegle} FAIT_INVALIDE pour une fin avant le début. */
function dureeDe({ debut, fin }: Sejour): number {
  verifierOrdre(['debut', debut], ['fin', fin])
  return joursEntre(debut, fin) + 1
}

export function ouvrirVacancesRetraite(
  regle: RegleVacancesRetraite,
  faits: FaitsVacancesRetraite,
): DecisionAide {
  const { article } = regle
  const duree = dureeDe(faits)
  const refus = [
    ...pasRetraite(faits.retraite, article),
    ...tropJeune(faits.dateNaissance, regle.plusDe, faits.debut, article),
    ...tropCourt(duree, regle.joursMin, article),
    ...si(faits.dejaVersees >= regle.parAnnee, 'AIDE_UNE_FOIS_PAR_ANNEE', article),
  ]
  return repondre(
    refus,
    due(regle.montant),
    motif('AIDE_VACANCES_RETRAITE', article, {
      duree: enNombre(duree, 'jours'),
      montant: enMontant(regle.montant),
    }),
  )
}

const tropCourt = (duree: number, min: number, article: Motif['article']): Motif[] =>
  si(duree < min, 'AIDE_SEJOUR_TROP_COURT', article, {
    duree: enNombre(duree, 'jours'),
    min: enNombre(min, 'jours'),
  })

/** Les jours qui restent, du genre de séjour et en tout, sont indemnisés ; le séjour peut être plus long. */
export function ouvrirVacancesEnfant(regle: RegleVacancesEnfant, faits: FaitsVacancesEnfant): DecisionAide {
  const { article } = regle
  const mode = regle.modes[faits.mode]
  const duree = dureeDe(faits)
  if (mode.accordMois !== null && faits.accordDemandeLe === null)
    return attendre(['accordDemandeLe'], demanderAvant(mode.accordMois, faits.debut, article))
  const reste = Math.max(
    0,
    Math.min(mode.joursParAn - faits.joursDuGenre, regle.joursParAn - faits.joursEnTout),
  )
  const jours = Math.min(duree, reste)
  const refus = [
    ...si(
      faits.debut >= ajouterAnnees(faits.dateNaissance, regle.moinsDe),
      'AIDE_ENFANT_TROP_GRAND',
      article,
      {
        age: enNombre(regle.moinsDe, 'ans'),
      },
    ),
    ...tropCourt(duree, mode.joursMin, article),
    ...accordTardif(mode.accordMois, faits, article),
    ...si(reste === 0, 'AIDE_JOURS_EPUISES', article, { max: enNombre(mode.joursParAn, 'jours') }),
  ]
  const du = montant(jours * regle.parJour)
  return repondre(
    refus,
    due(du, jours),
    motif('AIDE_VACANCES_ENFANT', article, {
      jours: enNombre(jours, 'jours'),
      parJour: enMontant(regle.parJour),
      montant: enMontant(du),
    }),
    ...si(jours < duree, 'AIDE_JOURS_AU_PLUS', article, {
      duree: enNombre(duree, 'jours'),
      jours: enNombre(jours, 'jours'),
      max: enNombre(mode.joursParAn, 'jours'),
    }),
    ...si(mode.accordMois !== null, 'AIDE_ACCORD_A_MOTIVER', article),
  )
}

const demanderAvant = (mois: number, debut: DateCivile, article: Motif['article']): Motif =>
  motif('AIDE_ACCORD_AVANT', article, {
    mois: enNombre(mois, 'mois'),
    avant: enDate(ajouterMois(debut, -mois)),
  })

function accordTardif(
  mois: number | null,
  { debut, accordDemandeLe }: FaitsVacancesEnfant,
  article: Motif['article'],
): Motif[] {
  if (mois === null || accordDemandeLe === null || accordDemandeLe <= ajouterMois(debut, -mois)) return []
  return [demanderAvant(mois, debut, article)]
}

/** Jusqu'au premier âge sans condition d'emploi ; jusqu'au second à qui n'en exerce pas. */
export function ouvrirLoisirs(regle: RegleLoisirsHandicap, faits: FaitsLoisirsHandicap): DecisionAide {
  const { article } = regle
  const premier = ajouterAnnees(faits.dateNaissance, regle.jusqua)
  const dernier = ajouterAnnees(faits.dateNaissance, regle.jusquaSansEmploi)
  const derogation = faits.jour > premier
  const preuve = motif('AIDE_LOISIRS_SANS_EMPLOI', regle.preuve, {
    age: enNombre(regle.jusqua, 'ans'),
    max: enNombre(regle.jusquaSansEmploi, 'ans'),
  })
  if (derogation && faits.jour <= dernier && faits.sansEmploi === null)
    return attendre(['sansEmploi'], preuve)
  const refus = [
    ...si(!faits.carteInclusion, 'AIDE_SANS_CARTE_INCLUSION', article),
    ...si(faits.jour > dernier, 'AIDE_ENFANT_TROP_GRAND', article, {
      age: enNombre(regle.jusquaSansEmploi, 'ans'),
    }),
    ...(derogation && faits.jour <= dernier && faits.sansEmploi === false ? [preuve] : []),
  ]
  return repondre(
    refus,
    due(regle.montant),
    motif('AIDE_LOISIRS', article, { montant: enMontant(regle.montant) }),
    ...(derogation ? [preuve] : []),
  )
}
