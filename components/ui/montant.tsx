import { formatMontant } from '@/lib/lexique/formats'
import type { Montant as Centimes } from '@/lib/rules/montant/montant'

/** An amount in euros: equal figures, a non-breaking space, never cut in two. */
export function Montant({ valeur, fort = false }: { readonly valeur: Centimes; readonly fort?: boolean }) {
  return <span className={fort ? 'montant font-bold' : 'montant'}>{formatMontant(valeur)}</span>
}
