import { z } from 'zod'
import { remboursementSchema } from '../question-remboursement/schema'

/** Un devis : les faits d'un remboursement, et d'autres formules à lui comparer. */
export const devisSchema = z.strictObject({
  ...remboursementSchema.shape,
  question: z.literal('devis'),
  autresFormules: z.array(z.string()).max(30).default([]),
})
