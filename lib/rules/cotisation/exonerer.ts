import { ajouterJours, ajouterMois, type DateCivile, premierDuMois } from '../date/date-civile'
import type { Periode } from '../date/periode'
import { exiger } from '../decision/exiger'
import { enDate, enNombre, type Motif, motif } from '../decision/motif'
import type { Palier } from '../echeancier/regle-echeancier'
import type { Cotisant, FaitsCotisation, ParametresCotisation } from './regle-cotisation'

/** Une période sans cotisation ; `place` du bénéficiaire, null pour toute l'adhésion. */
export interface Exoneration extends Periode {
  readonly au: DateCivile
  readonly cause: 'PRIMO_ADHESION' | 'NAISSANCE'
  readonly place: number | null
  readonly motif: Motif
}

type Regle = NonNullable<ParametresCotisation['exoneration']>

function primoAdhesion(regle: Regle, faits: FaitsCotisation): Exoneration[] {
  if (faits.primoAdhesion !== true) return []
  const du = exiger(faits.dateEffet, 'dateEffet')
  const au = ajouterJours(ajouterMois(du, regle.primoAdhesionMois), -1)
  const donnees = { duree: enNombre(regle.primoAdhesionMois, 'mois'), du: enDate(du), au: enDate(au) }
  const ground = motif('EXONERATION_PRIMO_ADHESION', regle.article, donnees)
  return [{ cause: 'PRIMO_ADHESION', place: null, du, au, motif: ground }]
}

/** L'enfant né pendant l'adhésion : le mois de sa naissance et les suivants. Né avant elle, il entre avec ses parents. */
function naissance(regle: Regle, faits: FaitsCotisation, cotisant: Cotisant, place: number): Exoneration[] {
  const du = cotisant.dateNaissance
  if (cotisant.role !== 'ENFANT' || (faits.dateEffet !== null && du < faits.dateEffet)) return []
  const au = ajouterJours(ajouterMois(premierDuMois(du), regle.naissanceMois), -1)
  const donnees = { duree: enNombre(regle.naissanceMois, 'mois'), du: enDate(du), au: enDate(au) }
  const ground = motif('EXONERATION_NAISSANCE', regle.article, donnees)
  return [{ cause: 'NAISSANCE', place, du, au, motif: ground }]
}

/** Les exonérations qui touchent l'année, du premier au dernier jour couverts. */
export function exonerer(
  regle: Regle | null,
  faits: FaitsCotisation,
  couverture: Omit<Palier, 'mensuelle'>,
): Exoneration[] {
  if (regle === null) return []
  const toutes = [
    ...primoAdhesion(regle, faits),
    ...faits.beneficiaires.flatMap((cotisant, place) => naissance(regle, faits, cotisant, place)),
  ]
  return toutes.filter(({ du, au }) => au >= couverture.du && du <= couverture.au)
}
