import { z } from 'zod'
import { adherent, beneficiaireDeCarte, jour, nom, organisme } from './faits'

export const DOMAINES = [
  'PHARMACIE',
  'LABORATOIRE',
  'RADIOLOGIE',
  'AUXILIAIRES',
  'SOINS_EXTERNES',
  'HOSPITALISATION',
  'OPTIQUE',
  'DENTAIRE',
  'AUDITION',
  'TRANSPORT',
] as const
export type Domaine = (typeof DOMAINES)[number]

export const faitsCarte = z
  .strictObject({
    organisme,
    adherent,
    du: jour,
    au: jour,
    /** Of the « pavé normalisé »; printed empty when the organisme has none. */
    typeConvention: z.string().max(10).nullable(),
    /** Critère secondaire de routage. */
    csr: z.string().max(20).nullable(),
    responsable: z.boolean(),
    formule: nom.nullable(),
    beneficiaires: z.array(beneficiaireDeCarte).min(1),
    domaines: z.array(
      z.strictObject({
        domaine: z.enum(DOMAINES),
        /** Nothing to advance at once, or once the mutuelle has answered the professional's request. */
        condition: z.enum(['DIRECT', 'SUR_ACCORD']),
      }),
    ),
  })
  .refine(({ du, au }) => au >= du, 'la validité finit avant de commencer')
export type FaitsCarte = z.infer<typeof faitsCarte>
