import { z } from 'zod'
import { champMontant } from '@/lib/formulaire/champs'
import { montant } from '@/lib/rules/montant/montant'
import { champCle, champFichiersRequis } from '../demande/schema'

/** A care to be paid, described by the form of the simulation: what was simulated and what is paid are read by the same schema. */
export const faitsRemboursementSchema = z.object({
  /** The form as typed, its kind of care among it. */
  valeurs: z.record(z.string(), z.string()),
  /** What the person says of the AMO. */
  amo: z.enum(['PAYE', 'NON', 'INCONNU']),
})
export type FaitsRemboursement = z.output<typeof faitsRemboursementSchema>

const AMO = 'Dites si l’Assurance maladie vous a déjà remboursé ce soin.'

export const demandeRemboursementSchema = z.looseObject({
  cle: champCle(),
  amo: z.enum(['PAYE', 'NON', 'INCONNU'], { error: AMO }),
  fichiers: champFichiersRequis(),
})

/** What staff reads on the papers, when it is not what the simulation supposes. */
export const saisieRemboursementSchema = z.object({
  montantRO: champMontant('Écrivez ce que l’Assurance maladie a payé.', montant(100_000_00)).nullish(),
})
export type SaisieRemboursement = z.output<typeof saisieRemboursementSchema>

export const effetRemboursementSchema = z.object({
  lignes: z.array(z.object({ id: z.uuid(), numeroLigne: z.number().int() })).readonly(),
})
export type EffetRemboursement = z.output<typeof effetRemboursementSchema>
