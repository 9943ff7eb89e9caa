import { z } from 'zod'
import { champFacultatif, champTexte } from '@/lib/formulaire/champs'
import { MAINTIENS_ECRITS } from '@/lib/lexique/depart-employeur'
import { PHRASES_PAROLE } from '@/lib/lexique/paroles'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { champCle, champFichiers, LONGUEUR_MESSAGE } from '../demande/schema'

/** Natures that are words: a message, a réclamation, a right on one's data, a sum that is contested. The words are the thread's. */
export const PAROLES = ['MESSAGE', 'RECLAMATION', 'DROITS_RGPD', 'CONTESTATION_INDU'] as const
export type NatureParole = (typeof PAROLES)[number]

const SUJETS_RECLAMATION = [
  'REMBOURSEMENT',
  'COTISATION',
  'DECISION',
  'DELAI',
  'INDU',
  'ACCUEIL',
  'AUTRE',
] as const
export type SujetReclamation = (typeof SUJETS_RECLAMATION)[number]
const SUJETS_DROIT = [
  'ACCES',
  'RECTIFICATION',
  'EFFACEMENT',
  'LIMITATION',
  'OPPOSITION',
  'PORTABILITE',
  'APRES_MON_DECES',
] as const
export type SujetDroit = (typeof SUJETS_DROIT)[number]

export const sujetReclamationSchema = z.enum(SUJETS_RECLAMATION)
export const sujetDroitSchema = z.enum(SUJETS_DROIT)

/** What it speaks of: a reimbursement, a demande, a sum claimed back. */
export const REFERENCES = ['PRESTATION', 'DEMANDE', 'INDU'] as const
export type TypeReference = (typeof REFERENCES)[number]

export const faitsParoleSchema = z.object({
  /** What it is about, in the codes of each nature; null for a message, whose `objet` says it. */
  sujet: z.string().max(40).nullable(),
  /** The paper, payment or decision it speaks of. */
  reference: z.uuid().nullable(),
  referenceType: z.enum(REFERENCES).nullable().default(null),
  /** The same in words, as it was called that day. */
  designation: z.string().max(300).nullable().default(null),
})
export type FaitsParole = z.output<typeof faitsParoleSchema>

/** A draft, as it was typed. */
export const saisieParoleSchema = z.object({
  saisie: z.object({
    sujet: z.string().max(40).nullable(),
    texte: z.string().max(LONGUEUR_MESSAGE).nullable(),
    reference: z.uuid().nullable().default(null),
    referenceType: z.enum(REFERENCES).nullable().default(null),
  }),
})

/** Of what a form speaks, as the link that leads to it says; a wrong one counts for none. */
const reference = {
  reference: z.uuid().nullable().catch(null).default(null),
  referenceType: z.enum(REFERENCES).nullable().catch(null).default(null),
}
/** With several contracts, the one it is about; not said, or not theirs, counts for none. */
const contrat = z.uuid().nullable().catch(null).default(null)
const base = { nature: z.enum(PAROLES), cle: champCle(), contrat, ...reference, fichiers: champFichiers() }

const envoi = z
  .object({
    geste: z.literal('ENVOYER'),
    ...base,
    sujet: champTexte(PHRASES_PAROLE.SUJET, 40),
    texte: champFacultatif(LONGUEUR_MESSAGE),
  })
  .superRefine(({ nature, texte }, ctx) => {
    // « Une copie de mes données » says it all.
    if (texte === null && nature !== 'DROITS_RGPD')
      ctx.addIssue({ code: 'custom', path: ['texte'], message: PHRASES_PAROLE.TEXTE })
  })

const brouillon = z.object({
  geste: z.literal('GARDER'),
  ...base,
  sujet: champFacultatif(40),
  texte: champFacultatif(LONGUEUR_MESSAGE),
  /** Pieces to take out. */
  retirer: z
    .union([z.uuid().transform((id) => [id]), z.array(z.uuid())])
    .optional()
    .default([]),
})

/** One form, two buttons: to send it, or to keep it. */
export const paroleSchema = z.union([envoi, brouillon])
export type ParoleEnvoyee = z.output<typeof envoi>
export type ParoleGardee = z.output<typeof brouillon>

/** What the address of a form says: which form, and of what it speaks. Whatever is wrong counts for nothing. */
const idOuRien = z.uuid().nullable().catch(null).default(null)
const jourOuRien = z.string().refine(estDateCivile).optional().catch(undefined)
export const adresseParoleSchema = z.object({
  cle: idOuRien,
  remboursement: idOuRien,
  indu: idOuRien,
  demande: idOuRien,
  sujet: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .nullable()
    .catch(null)
    .default(null),
  /** A right to be kept covered, that is asked for in writing: which, since when, and until when it may be asked. */
  maintien: z.enum(MAINTIENS_ECRITS).optional().catch(undefined),
  cessation: jourOuRien,
  avant: jourOuRien,
})
export type AdresseParole = z.output<typeof adresseParoleSchema>

/** A draft, as its form goes on with it. */
export interface PieceGardee {
  readonly id: string
  readonly nom: string
  readonly taille: string
}
export interface BrouillonGarde {
  readonly pieces: readonly PieceGardee[]
  /** « Brouillon enregistré à 14 h 32. » */
  readonly phrase: string
  /** Where it is, when another page already sent it. */
  readonly parti: string | null
}
