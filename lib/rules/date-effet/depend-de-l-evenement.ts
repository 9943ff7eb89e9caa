import type { RegleDateEffet } from './regle-date-effet'

const SUR_EVENEMENT: ReadonlySet<RegleDateEffet['politique']> = new Set([
  'JOUR_DE_L_EVENEMENT',
  'LENDEMAIN_DE_L_EVENEMENT',
  'FIN_DU_MOIS_SUIVANT_L_EVENEMENT',
  'FIN_DE_L_ANNEE_DE_L_EVENEMENT',
  'DECISION_CONNUE_DANS_LE_MOIS',
])

/** Faut-il connaître le jour de l'événement pour dater l'effet ? */
export const dependDeLEvenement = (regle: RegleDateEffet): boolean => SUR_EVENEMENT.has(regle.politique)
