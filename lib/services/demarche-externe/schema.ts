import { z } from 'zod'

/** What a step keeps, sealed. */
export const allerSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  retour: z.string().nullable(),
  /** To link an open account, never to enter one. */
  lien: z.boolean(),
})

export const aLierSchema = z.object({
  emetteur: z.string(),
  sujet: z.string(),
  idToken: z.string().nullable(),
  retour: z.string().nullable(),
  civile: z.object({ noms: z.array(z.string()), prenom: z.string(), naissance: z.string() }).nullable(),
})

export const sortieSchema = z.object({ idToken: z.string() })

export type Aller = z.output<typeof allerSchema>
export type ALier = z.output<typeof aLierSchema>
export type Sortie = z.output<typeof sortieSchema>
