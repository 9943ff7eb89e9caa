import { z } from 'zod'
import { adherent, beneficiaire, jour, nom, organisme } from './faits'

export const faitsCertificat = z
  .strictObject({
    organisme,
    adherent,
    dateEffet: jour,
    /** Last day; null while it runs. */
    dateFin: jour.nullable(),
    reglement: nom,
    responsable: z.boolean().nullable(),
    /** Oldest first; the last is the one in force. */
    formules: z.array(z.strictObject({ formule: nom, du: jour, au: jour.nullable() })).min(1),
    beneficiaires: z.array(beneficiaire).min(1),
  })
  .refine(
    ({ dateEffet, dateFin }) => dateFin === null || dateFin >= dateEffet,
    'l’adhésion finit avant de commencer',
  )
export type FaitsCertificat = z.infer<typeof faitsCertificat>
