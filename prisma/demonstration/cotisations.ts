/** How each family of the demonstration pays its contributions, and what goes wrong on purpose. */
interface Paiement {
  readonly periodicite: 'MENSUELLE' | 'TRIMESTRIELLE' | 'SEMESTRIELLE' | 'ANNUELLE'
  readonly mode: 'PRELEVEMENT' | 'CHEQUE' | 'PRECOMPTE'
  /** Day of the debit. */
  readonly jour: 6 | 15 | 28 | null
}

const prelevement = (jour: 6 | 15 | 28, periodicite: Paiement['periodicite'] = 'MENSUELLE'): Paiement => ({
  periodicite,
  mode: 'PRELEVEMENT',
  jour,
})
const cheque = (periodicite: Paiement['periodicite']): Paiement => ({
  periodicite,
  mode: 'CHEQUE',
  jour: null,
})
/** Taken from the pay by the employer. */
const precompte: Paiement = { periodicite: 'MENSUELLE', mode: 'PRECOMPTE', jour: null }

export const PAIEMENTS: Readonly<Record<string, Paiement>> = {
  oeuvrard: prelevement(6),
  lecoeur: cheque('TRIMESTRIELLE'),
  ndiaye: prelevement(6),
  dornano: prelevement(28),
  kowalczyk: prelevement(6),
  guerin: prelevement(15),
  ferreira: prelevement(28),
  haddad: cheque('TRIMESTRIELLE'),
  'van-den-broeck': prelevement(15),
  nguyen: cheque('ANNUELLE'),
  martinez: prelevement(15),
  berthelot: prelevement(6, 'SEMESTRIELLE'),
  'saint-clair': prelevement(28),
  achour: prelevement(6),
  kersauson: prelevement(15),
  vasseur: cheque('SEMESTRIELLE'),
  abitbol: prelevement(28),
  etcheverry: prelevement(6),
  mbemba: prelevement(15),
  cissokho: prelevement(6),
  lindqvist: prelevement(28),
  zielinski: prelevement(15),
  marchetti: prelevement(6, 'TRIMESTRIELLE'),
  oliveira: prelevement(28),
  baptiste: prelevement(15),
  schmitt: prelevement(6),
  wurtz: cheque('TRIMESTRIELLE'),
  vukovic: prelevement(15),
  rasoanaivo: prelevement(28),
  perrillat: prelevement(6),
  // Art. 15 of that règlement takes a cheque for the whole year only.
  giroud: cheque('ANNUELLE'),
  benamar: precompte,
  tran: prelevement(15),
  okonkwo: precompte,
  castaing: prelevement(6),
  lemoigne: precompte,
  sow: precompte,
}

/** Their règlement says nothing of contributions: nobody knows how they pay. */
export const SANS_COTISATION: ReadonlySet<string> = new Set(['haddou', 'wasilewska'])

/** Years with a schedule. */
export const ANNEES = [2024, 2025, 2026] as const

/** The debit of that day came back: not enough money on the account. */
export const REJET = {
  famille: 'ndiaye',
  executionLe: '2026-03-06',
  connuLe: '2026-03-10',
  code: 'AM04',
} as const

/** The cheque due that day did not come in time; it came after the letter of demand. */
export const IMPAYE = { famille: 'haddad', exigibleLe: '2026-01-01', payeLe: '2026-03-09' } as const

/** The end of this contract was learned after a debit of the year that it does not cover: what was debited is given back. */
export const FIN_TARDIVE = {
  famille: 'kersauson',
  annee: 2026,
  connueLe: '2026-01-19',
  virementLe: '2026-01-23',
} as const

/** Days that a cheque takes to come. */
export const DELAI_CHEQUE = 9
