import { z } from 'zod'
import { adherent, fondement, nom, organisme, texte } from './faits'

export const faitsCourrier = z.strictObject({
  organisme,
  adherent,
  /** Name first, then the address when it is known. */
  destinataire: z.array(nom).min(1).max(6),
  objet: nom,
  /** Before the grounds, after them. A line feed inside a paragraph is a line feed. */
  paragraphes: z.array(texte).min(1),
  fondements: z.array(fondement),
  suite: z.array(texte),
  /** Who signs, and as what. */
  signature: z.strictObject({ nom, qualite: nom.nullable() }),
})
export type FaitsCourrier = z.infer<typeof faitsCourrier>
