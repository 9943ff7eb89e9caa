import { ajouterMois, type DateCivile } from '../date/date-civile'
import { faitInvalide } from '../decision/erreur'
import { enCode, enMontant, enNombre, motif } from '../decision/motif'
import { type Montant, minimum, reste as resteDe } from '../montant/montant'
import { repartir } from '../montant/repartir'
import type { FaitsAvance } from './faits-aide'
import type { DecisionAide, RegleAvance } from './regle-aide'
import { repondre, si } from './repondre-aide'

/**
 * Une seule avance à la fois, sans intérêts, au plus ce qui reste à payer du devis. L'article 20 imprime « peut dépasser
 * la dépense réelle » : lu « ne peut dépasser », comme l'article 7-11 qui déduit les autres participations.
 */
export function ouvrirAvance(regle: RegleAvance, faits: FaitsAvance): DecisionAide {
  const { article, conditions, mois } = regle
  if (!Number.isInteger(faits.mois) || faits.mois < 1)
    throw faitInvalide('mois', 'le nombre de mensualités est un entier, une au moins')
  const reste = resteDe(faits.devis, faits.deduits)
  const plafond = minimum(regle.plafond, reste)
  const refus = [
    ...si(!faits.beneficiaire, 'AVANCE_POUR_UN_BENEFICIAIRE', conditions),
    ...si(faits.enCours > 0, 'AVANCE_UNE_SEULE', conditions, { reste: enMontant(faits.enCours) }),
    ...si(reste === 0, 'AVANCE_RIEN_A_PAYER', article, {
      devis: enMontant(faits.devis),
      deduits: enMontant(faits.deduits),
    }),
    ...si(faits.mois > mois, 'AVANCE_TROP_LONGUE', conditions, { max: enNombre(mois, 'mois') }),
    ...si(!faits.engagement, 'AVANCE_SANS_ENGAGEMENT', conditions),
  ]
  return repondre(
    refus,
    { latitude: 'LIBRE', montant: plafond, quantite: 1 },
    motif('AVANCE_DECIDEE', article, { decideur: enCode(regle.decideur) }),
    motif('AVANCE_AU_PLUS', conditions, {
      devis: enMontant(faits.devis),
      deduits: enMontant(faits.deduits),
      reste: enMontant(reste),
      plafond: enMontant(regle.plafond),
      montant: enMontant(plafond),
    }),
    motif('AVANCE_RENDUE_PAR_MOIS', conditions, { max: enNombre(mois, 'mois') }),
    motif('AVANCE_SOLDEE_AU_DEPART', conditions),
  )
}

export interface Mensualite {
  readonly le: DateCivile
  readonly montant: Montant
}

/** La n-ième est due n mois après le versement ; la somme est conservée, les centimes en trop aux premières. */
export const echelonnerAvance = (total: Montant, mois: number, verseLe: DateCivile): readonly Mensualite[] =>
  repartir(total, mois).map((montant, rang) => ({ le: ajouterMois(verseLe, rang + 1), montant }))
