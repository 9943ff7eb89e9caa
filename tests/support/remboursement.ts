import { reglements, socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Decision } from '@/lib/rules/decision/decision'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { Beneficiaire, Consommation, FaitsRemboursement, Soin } from '@/lib/rules/remboursement/faits'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import type { Limite, Remboursement } from '@/lib/rules/remboursement/resultat'

/** 30.5 → 3050 centimes : les cas s'écrivent en euros. */
export const euros = (valeur: number): Montant => montant(Math.round(valeur * 100))
export const jour = dateCivile

export type IdReglement = keyof typeof reglements

/** Un adulte de 45 ans en 2026, sans particularité. */
export const adulte: Beneficiaire = { dateNaissance: jour('1980-05-05') }

export interface SituationSoin {
  readonly reglement?: IdReglement
  readonly formule: string
  readonly date?: string
  readonly beneficiaire?: Partial<Beneficiaire>
  readonly soin: Soin
  readonly consommations?: readonly Consommation[]
  readonly autres?: number
  readonly retenues?: FaitsRemboursement['retenues']
}

export function faitsDe(situation: SituationSoin): FaitsRemboursement {
  return {
    formule: situation.formule,
    dateSoins: jour(situation.date ?? '2026-03-15'),
    beneficiaire: { ...adulte, ...situation.beneficiaire },
    soin: situation.soin,
    ...(situation.consommations === undefined ? {} : { consommations: situation.consommations }),
    ...(situation.autres === undefined ? {} : { autresRemboursements: euros(situation.autres) }),
    ...(situation.retenues === undefined ? {} : { retenues: situation.retenues }),
  }
}

export const rembourser = (situation: SituationSoin): Decision<Remboursement, Remboursement> =>
  rembourserSoin(reglements[situation.reglement ?? 'mutami'], socle, faitsDe(situation))

/** Le remboursement, accordé ou refusé. */
export function valeurDe(decision: Decision<Remboursement, Remboursement>): Remboursement {
  if (decision.verdict === 'INCOMPLETE') throw new Error('un remboursement est accordé ou refusé')
  return decision.valeur
}

/** Un cas de l'avocat des assurés : la situation, et chaque montant attendu, en euros. */
export interface CasRemboursement extends SituationSoin {
  readonly nom: string
  /** Le calcul à la main, tel qu'on l'écrirait au dos d'un décompte. */
  readonly calcul: string
  /** Chaque nombre intermédiaire, dans l'ordre du calcul, séparés par « | » : comparé aux motifs (`etapesChiffrees`). */
  readonly etapes: string
  readonly amo: number
  readonly amc: number
  readonly resteACharge: number
  readonly participation?: number
  readonly franchise?: number
  readonly regimeLocal?: number
  readonly limites?: readonly Limite[]
  readonly detail?: Readonly<Record<string, number>>
  readonly refuse?: boolean
}
