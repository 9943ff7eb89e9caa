import { z } from 'zod'
import { champFacultatif, champMontant, champTexte } from '@/lib/formulaire/champs'
import { CODES_REFUS, PHRASES_VERIFICATION } from '@/lib/lexique/verifications'
import { montant } from '@/lib/rules/montant/montant'

export const verificationIdSchema = z.uuid()

/** Where the list goes on from: the last one read. */
export const suiteVerificationSchema = z.uuid().nullable().catch(null)

const MAXIMUM = montant(100_000_00)

/** An empty amount keeps what is computed. */
export const paiementVerifieSchema = z.object({
  prestation: z.uuid(),
  part: champMontant('Indiquez la part de la mutuelle, par exemple 12,50.', MAXIMUM).default(null),
  explication: champFacultatif(500),
})
export type PaiementVerifie = z.output<typeof paiementVerifieSchema>

export const refusVerifieSchema = z.object({
  prestation: z.uuid(),
  raison: z.enum(CODES_REFUS, { error: 'Choisissez pourquoi cette ligne n’est pas remboursée.' }),
  phrase: champTexte(PHRASES_VERIFICATION.POURQUOI_LE_REFUS, 500),
})
export type RefusVerifie = z.output<typeof refusVerifieSchema>
