/** The states of a bank batch, of its orders, and the only passages between them; the database has the same tables (garder_etat). */
export type EtatLot = 'PREPARE' | 'VALIDE' | 'EMIS' | 'RAPPROCHE' | 'ABANDONNE'

export const PASSAGES_LOT: Readonly<Record<EtatLot, readonly EtatLot[]>> = {
  PREPARE: ['VALIDE', 'ABANDONNE'],
  VALIDE: ['EMIS', 'ABANDONNE'],
  EMIS: ['RAPPROCHE'],
  RAPPROCHE: [],
  ABANDONNE: [],
}

export type EtatOrdre = 'A_EMETTRE' | 'EMIS' | 'EXECUTE' | 'REJETE' | 'ABANDONNE'

export const PASSAGES_ORDRE: Readonly<Record<EtatOrdre, readonly EtatOrdre[]>> = {
  A_EMETTRE: ['EMIS', 'ABANDONNE'],
  EMIS: ['EXECUTE', 'REJETE'],
  EXECUTE: ['REJETE'],
  REJETE: [],
  ABANDONNE: [],
}
