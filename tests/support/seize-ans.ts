/** Birth dates as the AMO writes them, and the day of sixteen: the rule and the base are both held to it. */
export const NAISSANCES = [
  ['2009-07-14', '2025-07-14', 'un jour ordinaire'],
  ['2008-02-29', '2024-02-29', 'né un 29 février, seize ans plus tard bissextile aussi'],
  ['2084-02-29', '2100-03-01', 'né un 29 février, l’année des seize ans commune : le 1er mars'],
  ['1960-13-05', '1977-01-01', 'mois « lunaire » : à la fin de l’année des seize ans'],
  ['1960-99-99', '1977-01-01', 'tout « lunaire »'],
  ['1960-04-31', '1976-05-01', 'un jour que le mois n’a pas : le mois suivant'],
  ['1960-12-32', '1977-01-01', 'un jour que décembre n’a pas'],
  ['1960-00-00', '1976-01-01', 'mois inconnu'],
  ['1960-06-00', '1976-06-01', 'jour inconnu'],
] as const
