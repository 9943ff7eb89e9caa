import { type ActionBanque, expliquerMotifBancaire } from '@/lib/lexique/banque'

/** The account or the authorisation is gone: nothing more is asked with this mandate. */
const FINISSANTES: ReadonlySet<ActionBanque> = new Set(['NOUVEAU_MANDAT', 'DEMANDER_RIB', 'DECES'])
/** The debtor said no to the payment itself, not to one amount: asking again with the same mandate would be refused again. */
const OPPOSITIONS: ReadonlySet<string> = new Set(['MS02', 'SP01', 'SP02'])

/** Whether the bank's reason ends the mandate. Money that lacks, or one debit given back (MD06), does not. */
export const finitLeMandat = (code: string): boolean =>
  OPPOSITIONS.has(code) || FINISSANTES.has(expliquerMotifBancaire(code).action)

/** ISO: not enough money on the account. */
export const estSansProvision = (code: string): boolean => code === 'AM04'
