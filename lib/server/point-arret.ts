/** Places where a payment run may be cut, by name. A test kills the process there; nothing else reads this. */
export type PointArret =
  | 'VERSEMENTS_LUS'
  | 'INDUS_RETENUS'
  | 'LOT_INSCRIT'
  | 'LOT_PREPARE'
  | 'VALIDATION_ECRITE'
  | 'LOT_VALIDE'
  | 'LOT_CONTROLE'
  | 'FICHIER_COMMENCE'
  | 'FICHIER_RANGE'
  | 'ORDRES_EMIS'
  | 'LIVRE_PASSE'
  | 'EMISSION_ECRITE'
  | 'LOT_EMIS'

/** Dies there when PORTAIL_ARRET names the place, as a cut of power would: no handler runs. Never in production. */
export function pointArret(point: PointArret): void {
  if (process.env.NODE_ENV === 'production') return
  if (process.env.PORTAIL_ARRET === point) process.kill(process.pid, 'SIGKILL')
}
