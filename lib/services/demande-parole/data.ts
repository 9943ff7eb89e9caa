import type { NatureDemande } from '@/generated/prisma/enums'
import type { NatureTraitee } from '../nature-demande/schema'
import { type FaitsParole, faitsParoleSchema } from './schema'

const parole = (nature: NatureDemande): NatureTraitee<FaitsParole> => ({
  nature,
  faits: faitsParoleSchema,
  saisie: null,
  dire: () => [],
  apercu: async () => ({ verdict: 'INCOMPLETE', manque: ['Cette demande se répond par un message.'] }),
})

export const NATURES_PAROLE = [
  parole('MESSAGE'),
  parole('RECLAMATION'),
  parole('DROITS_RGPD'),
  parole('CONTESTATION_INDU'),
] as const
