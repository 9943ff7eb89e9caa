import type { DateCivile } from '../rules/date/date-civile'
import type { Montant } from '../rules/montant/montant'
export function formaterMontant(m: Montant): string {
  const n = String(Math.abs(m)).padStart(3, '0')
  const e = n.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return `${m < 0 ? '\u2212' : ''}${e},${n.slice(-2)}\u00a0€`
}
const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
export const formaterDate = (d: DateCivile): string => `${d.slice(8)}/${d.slice(5, 7)}/${d.slice(0, 4)}`
export const formaterDateEnMots = (d: DateCivile): string => {
  const j = Number(d.slice(8))
  return `${j === 1 ? '1ᵉʳ' : j} ${MOIS[Number(d.slice(5, 7)) - 1]} ${d.slice(0, 4)}`
}
export const formaterMois = (d: DateCivile): string => `${MOIS[Number(d.slice(5, 7)) - 1]} ${d.slice(0, 4)}`
