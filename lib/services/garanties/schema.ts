import { z } from 'zod'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Periode } from '@/lib/rules/date/periode'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import type { Consommation } from '@/lib/rules/remboursement/faits'
import type { LectureLue } from '../foyer/data'

/** A contract that covers, covered or will cover a person. */
export interface ContratLu extends Periode {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly reglement: Reglement
  readonly adhesion: Periode
  readonly formules: readonly (Periode & { readonly formule: string })[]
  /** Known of the member who holds the contract. */
  readonly suspensions: readonly Periode[]
}

export interface PersonneSuivie {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: DateCivile
  /** What they used is theirs alone from a day on; null: the reader reads it. */
  readonly lecture: LectureLue | null
  readonly contrats: readonly ContratLu[]
}

/** What a prestation took on a forfait, and what it was. */
export interface UtilisationLue {
  readonly prestationId: string
  readonly personneId: string
  readonly adhesionId: string
  readonly libelle: string
  readonly executant: string | null
  readonly consommation: Consommation
}

export interface SuiviLu {
  readonly personnes: readonly PersonneSuivie[]
  readonly choisies: readonly PersonneSuivie[]
  readonly utilisations: readonly UtilisationLue[]
}

/** Eye, ear, place, element: what the calculation distinguished. */
export const precisions = z.object({
  oreille: z.enum(['DROITE', 'GAUCHE']).exactOptional(),
  oeil: z.enum(['DROIT', 'GAUCHE']).exactOptional(),
  etablissement: z.enum(['MCO', 'SPECIALISE', 'MATERNITE']).exactOptional(),
  element: z.enum(['MONTURE', 'VERRE']).exactOptional(),
})

const texte = (valeur: string | readonly string[] | undefined): string | null =>
  typeof valeur === 'string' ? valeur : (valeur?.[0] ?? null)

export type Parametres = Readonly<Record<string, string | readonly string[] | undefined>>

/** What the address asks for; what makes no sense is left out. */
export const lirePersonne = (parametres: Parametres): string | null => texte(parametres.personne)
export const lireBesoin = (parametres: Parametres): string | null => texte(parametres.besoin)

/** Whose counters: the reader's unless the address says otherwise; `tous` is everybody (an empty list). */
export function lirePersonnes(parametres: Parametres, lecteur: string): readonly string[] {
  const demandees = typeof parametres.personne === 'string' ? [parametres.personne] : parametres.personne
  if (demandees === undefined || demandees.length === 0) return [lecteur]
  return demandees.includes('tous') ? [] : demandees
}
