/** Who trusts whom with their space: Simone, 82, and Camille, her daughter, who has a contract of her own. */
export const DELEGATIONS = [
  { de: 'aine@exemple.test', a: 'camille.guerin@exemple.test', motif: 'AIDANT', etendue: 'DEMANDER' },
] as const
