import { z } from 'zod'
import { champTexte } from '@/lib/formulaire/champs'
import { PHRASES_LEVEE } from '@/lib/lexique/facteurs'
import { champsPreuve } from '../reauthentification/schema'
import { VERIFICATIONS, VERIFICATIONS_MIN } from './access'

const compte = z.uuid(PHRASES_LEVEE.INTROUVABLE)

export const demandeLeveeSchema = z.object({
  compte,
  verifie: z
    .preprocess(
      (recu) => [recu ?? []].flat(),
      z.array(z.enum(VERIFICATIONS), { error: PHRASES_LEVEE.VERIFIER }),
    )
    .refine((codes) => new Set(codes).size >= VERIFICATIONS_MIN, PHRASES_LEVEE.VERIFIER),
  motif: champTexte(PHRASES_LEVEE.MOTIF, 500),
  ...champsPreuve,
})

export const suiteLeveeSchema = z.object({ compte, ...champsPreuve })
