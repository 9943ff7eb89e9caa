import { faitInvalide } from '../decision/erreur'
import { enMontant, enNombre, enPourcentage, type Motif, motif } from '../decision/motif'
import { type Montant, minimum, montant, reste as resteDe } from '../montant/montant'
import { auProrata } from '../montant/produit'
import { pourcentDe } from '../montant/taux'
import type { FaitsAideFamiliale, FaitsAideMenagere } from './faits-aide'
import type { DecisionAide, RegleAideFamiliale, RegleAideMenagere } from './regle-aide'
import { pasRetraite, repondre, si, tropJeune } from './repondre-aide'

type Heures = Pick<FaitsAideFamiliale, 'heures' | 'heuresPrises' | 'facture' | 'autres'>

interface Comptees {
  readonly heures: number
  /** La part de la facture, et de ce que d'autres en paient, qui est pour ces heures. */
  readonly facture: Montant
  readonly autres: Montant
  readonly refus: readonly Motif[]
  readonly bornes: readonly Motif[]
}

/** Ce que le quota de l'année laisse compter. @throws {ErreurDeRegle} FAIT_INVALIDE sans heure entière. */
function compterHeures(quota: number, faits: Heures, article: Motif['article']): Comptees {
  if (!Number.isInteger(faits.heures) || faits.heures < 1)
    throw faitInvalide('heures', 'le nombre d’heures est un entier, une au moins')
  const laissees = Math.max(0, quota - faits.heuresPrises)
  const heures = Math.min(faits.heures, laissees)
  const donnees = { max: enNombre(quota, 'heures'), prises: enNombre(faits.heuresPrises, 'heures') }
  return {
    heures,
    facture: auProrata(faits.facture, heures, faits.heures),
    autres: auProrata(faits.autres, heures, faits.heures),
    refus: si(laissees === 0, 'AIDE_HEURES_EPUISEES', article, donnees),
    bornes: si(heures < faits.heures, 'AIDE_HEURES_AU_PLUS', article, {
      ...donnees,
      heures: enNombre(heures, 'heures'),
    }),
  }
}

/** Jamais plus que ce qui a été payé après les autres. */
export function ouvrirAideFamiliale(regle: RegleAideFamiliale, faits: FaitsAideFamiliale): DecisionAide {
  const { article } = regle
  const c = compterHeures(regle.heuresParAn, faits, article)
  const reste = resteDe(c.facture, c.autres)
  const plafond = minimum(pourcentDe(c.facture, regle.pourcentage), reste)
  const refus = [
    ...si(faits.cause === 'AUTRE', 'AIDE_MALADIE_OU_MATERNITE', article),
    ...c.refus,
    ...si(c.refus.length === 0 && reste === 0, 'AIDE_RIEN_A_PAYER', article),
  ]
  return repondre(
    refus,
    { latitude: 'AU_PLUS', montant: plafond, quantite: c.heures },
    motif('AIDE_PART_DE_FACTURE', article, {
      pourcentage: enPourcentage(regle.pourcentage),
      facture: enMontant(c.facture),
      autres: enMontant(c.autres),
      montant: enMontant(plafond),
    }),
    ...c.bornes,
  )
}

export function ouvrirAideMenagere(regle: RegleAideMenagere, faits: FaitsAideMenagere): DecisionAide {
  const { article } = regle
  const c = compterHeures(regle.heuresParAn, faits, article)
  const reste = resteDe(c.facture, c.autres)
  const plafond = minimum(montant(c.heures * regle.parHeure), reste)
  const refus = [
    ...pasRetraite(faits.retraite, article),
    ...tropJeune(faits.dateNaissance, regle.plusDe, faits.jour, article),
    ...si(!faits.aideDuRegime, 'AIDE_EN_COMPLEMENT', article),
    ...c.refus,
    ...si(c.refus.length === 0 && reste === 0, 'AIDE_RIEN_A_PAYER', article),
  ]
  return repondre(
    refus,
    { latitude: 'AU_PLUS', montant: plafond, quantite: c.heures },
    motif('AIDE_MENAGERE_HORAIRE', article, {
      heures: enNombre(c.heures, 'heures'),
      parHeure: enMontant(regle.parHeure),
      montant: enMontant(plafond),
    }),
    ...c.bornes,
  )
}
