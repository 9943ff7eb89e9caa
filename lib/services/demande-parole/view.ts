import { ecrireMaintien } from '@/lib/lexique/depart-employeur'
import type { AdresseParole, TypeReference } from './schema'

/** Of what the address says that the form speaks. */
export function referenceDe(a: AdresseParole): { readonly type: TypeReference; readonly id: string } | null {
  if (a.remboursement !== null) return { type: 'PRESTATION', id: a.remboursement }
  if (a.indu !== null) return { type: 'INDU', id: a.indu }
  return a.demande === null ? null : { type: 'DEMANDE', id: a.demande }
}

/** The same page with the key of one form: « retour » finds what became of it. */
export function adresseDuFormulaire(page: string, a: AdresseParole, cle: string): string {
  const champs = Object.entries({ ...a, cle }).flatMap(([nom, valeur]) =>
    valeur === null || valeur === undefined ? [] : [[nom, valeur]],
  )
  return `${page}?${new URLSearchParams(champs)}`
}

/** The words of a request that the address says; null: nothing is proposed. */
export const textePropose = ({ maintien, cessation, avant }: AdresseParole): string | null =>
  maintien === undefined || cessation === undefined || avant === undefined
    ? null
    : ecrireMaintien(maintien, cessation, avant)

const SUJETS: Readonly<Record<TypeReference, string>> = {
  PRESTATION: 'REMBOURSEMENT',
  INDU: 'INDU',
  DEMANDE: 'DECISION',
}
export const sujetPropose = (type: TypeReference): string => SUJETS[type]
