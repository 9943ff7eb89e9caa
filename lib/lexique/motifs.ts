import type { Donnee, Motif } from '../rules/decision/motif'
import { formaterMontant } from './formats'

const d = (x: Donnee) => (x.type === 'montant' ? formaterMontant(x.valeur) : String(x.valeur))
export const phraseMotif = (m: Motif): string =>
  `${m.code.toLowerCase().replaceAll('_', ' ')} : ${Object.entries(m.donnees)
    .map(([k, v]) => `${k} ${d(v)}`)
    .join(', ')}`
