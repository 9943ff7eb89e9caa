import {
  ajouterJours,
  type DateCivile,
  dateCivile,
  dernierDuMois,
  joursEntre,
  premierDuMois,
} from './date-civile'

/** À quel rythme la mutuelle édite ses relevés de prestations. */
export const PERIODICITES_RELEVE = ['SEPT_JOURS', 'VINGT_HUIT_JOURS', 'MOIS'] as const
export type PeriodiciteReleve = (typeof PERIODICITES_RELEVE)[number]

/** Premier et dernier jour compris. */
export interface PeriodeReleve {
  readonly du: DateCivile
  readonly au: DateCivile
}

/** Un lundi : les périodes de 7 et 28 jours vont du lundi au dimanche et se suivent depuis ce jour, avant comme après. */
const ORIGINE = dateCivile('2024-01-01')
const LONGUEURS = { SEPT_JOURS: 7, VINGT_HUIT_JOURS: 28 } as const

/** La période qui contient ce jour. Les périodes d'un rythme se suivent sans trou ni chevauchement. */
export function periodeReleve(periodicite: PeriodiciteReleve, jour: DateCivile): PeriodeReleve {
  if (periodicite === 'MOIS') return { du: premierDuMois(jour), au: dernierDuMois(jour) }
  const longueur = LONGUEURS[periodicite]
  const rang = Math.floor(joursEntre(ORIGINE, jour) / longueur)
  const du = ajouterJours(ORIGINE, rang * longueur)
  return { du, au: ajouterJours(du, longueur - 1) }
}

/** La dernière période entièrement passée au matin de ce jour : celle dont on édite le relevé. */
export const dernierePeriodeClose = (periodicite: PeriodiciteReleve, jour: DateCivile): PeriodeReleve =>
  periodeReleve(periodicite, ajouterJours(periodeReleve(periodicite, jour).du, -1))

/** La période qui suit celle-là. */
export const periodeSuivante = (periodicite: PeriodiciteReleve, { au }: PeriodeReleve): PeriodeReleve =>
  periodeReleve(periodicite, ajouterJours(au, 1))
