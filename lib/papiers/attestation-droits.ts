import { z } from 'zod'
import { adherent, beneficiaire, jour, nom, organisme } from './faits'

export const faitsAttestation = z.strictObject({
  organisme,
  adherent,
  /** The day the situation is that of: another day is another attestation. */
  situationAu: jour,
  /** Name of the règlement, as a member reads it. */
  reglement: nom,
  formule: nom,
  responsable: z.boolean().nullable(),
  /** Those covered on that day, and those who were or will be, each with their dates. */
  beneficiaires: z.array(beneficiaire),
})
export type FaitsAttestation = z.infer<typeof faitsAttestation>
