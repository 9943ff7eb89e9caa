import { z } from 'zod'
import { jour } from '@/lib/papiers/faits'
import type { DateCivile } from '@/lib/rules/date/date-civile'

export const LIENS_AJOUTES = ['CONJOINT', 'PACS', 'CONCUBIN', 'ENFANT'] as const

/** Somebody who enters a contract. */
export interface Entrant {
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: DateCivile
  readonly rang: number
  /** 13 characters, without its key; null: not known yet, the AMO's files will not find this person until it is. */
  readonly nir: string | null
  readonly lien: (typeof LIENS_AJOUTES)[number]
}

/** What changes in a contract. */
export type Mouvement =
  | { readonly type: 'ENTREE'; readonly entrant: Entrant; readonly le: DateCivile }
  | { readonly type: 'SORTIE'; readonly personneId: string; readonly dernierJour: DateCivile }
  | { readonly type: 'FORMULE'; readonly formule: string; readonly le: DateCivile }
  | { readonly type: 'FIN'; readonly dernierJour: DateCivile }
  /** Covered until `jusquAu`, without contributions after `cessation`. */
  | { readonly type: 'MAINTIEN'; readonly cessation: DateCivile; readonly jusquAu: DateCivile }

const changement = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ENTREE'), beneficiaireId: z.uuid(), personneId: z.uuid(), le: jour }),
  z.object({ type: z.literal('SORTIE'), beneficiaireId: z.uuid(), au: jour.nullable(), dernierJour: jour }),
  z.object({
    type: z.literal('FORMULE'),
    ajoutee: z.uuid(),
    le: jour,
    avant: z.array(z.object({ formule: z.string(), du: jour, au: jour.nullable() })).readonly(),
  }),
  z.object({ type: z.literal('FIN'), au: jour.nullable(), dernierJour: jour }),
  /** `dernierJour`: of the contributions. `beneficiaires`, `formules`: those that ended with the contract, and go on with it. */
  z.object({
    type: z.literal('MAINTIEN'),
    au: jour.nullable(),
    cotiseJusquAu: jour.nullable(),
    dernierJour: jour,
    jusquAu: jour,
    beneficiaires: z.array(z.uuid()).readonly(),
    formules: z.array(z.uuid()).readonly(),
  }),
])
export type ChangementEcrit = z.output<typeof changement>

/** What a movement wrote, when by the real clock, and what stood before: enough to take it back. */
export const effetMouvementSchema = z.object({ changement, faitLe: z.iso.datetime() })
export type EffetMouvement = z.output<typeof effetMouvementSchema>
