import type { EtatPriseEnCharge } from '@/generated/prisma/enums'
import type { EtatLu } from '@/lib/lexique/prises-en-charge'
import type { DateCivile } from '@/lib/rules/date/date-civile'

/** The only passages of a request; the database has the same table (garder_etat). Expiring is not one: the date does it. */
export const PASSAGES_PRISE: Readonly<Record<EtatPriseEnCharge, readonly EtatPriseEnCharge[]>> = {
  EN_ATTENTE: ['ACCORDEE', 'REFUSEE', 'ANNULEE'],
  ACCORDEE: ['ANNULEE', 'UTILISEE'],
  REFUSEE: [],
  ANNULEE: [],
  UTILISEE: [],
}

export const peutPasser = (de: EtatPriseEnCharge, a: EtatPriseEnCharge): boolean =>
  PASSAGES_PRISE[de].includes(a)

/** What it is worth on that day. */
export const etatAu = (
  { etat, valideAu }: { readonly etat: EtatPriseEnCharge; readonly valideAu: DateCivile | null },
  jour: DateCivile,
): EtatLu => (etat === 'ACCORDEE' && valideAu !== null && valideAu < jour ? 'EXPIREE' : etat)
