import { z } from 'zod'
import { champCase, champDate, champFacultatif } from '@/lib/formulaire/champs'
import { PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { champCle } from '../demande/schema'
import { numeroDeDemande } from '../dossier/schema'
import { champVus, demandeVersionnee, demandeVisee } from '../traitement/schema'

export const VUES_CORBEILLE = ['a-faire', 'retard', 'messages', 'piece', 'closes'] as const
/** `a-faire` waits for us, `retard` should be done, `messages` has words of the person that who has it has not read, `piece` waits for the person, `closes` is over. */
export type VueCorbeille = (typeof VUES_CORBEILLE)[number]

const EQUIPES = ['ADHESIONS', 'PRESTATIONS', 'COTISATIONS', 'MEDICAL', 'RECLAMATIONS'] as const
const NATURES = [
  'MESSAGE',
  'RECLAMATION',
  'DROITS_RGPD',
  'AJOUT_BENEFICIAIRE',
  'RETRAIT_BENEFICIAIRE',
  'PREUVE_ANNUELLE',
  'CHANGEMENT_FORMULE',
  'RESILIATION',
  'REMBOURSEMENT',
  'COMPLEMENT',
  'PRISE_EN_CHARGE',
  'PORTABILITE',
  'AIDE',
  'CONTESTATION_INDU',
] as const

/** The place of a line in a list. */
export interface CleCorbeille {
  readonly le: Date
  readonly id: string
}

/** « <milliseconds>_<id> »; a wrong one counts for none. */
export const cleCorbeilleSchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .transform((texte): CleCorbeille => {
    const [le = '', id = ''] = texte.split('_')
    return { le: new Date(Number(le)), id }
  })
  .refine(({ le }) => !Number.isNaN(le.getTime()))
  .nullable()
  .catch(null)

/** What the address of the list says; a value that is not one counts for none. */
export const filtresCorbeilleSchema = z.object({
  vue: z.enum(VUES_CORBEILLE).catch('a-faire'),
  equipe: z.enum(EQUIPES).nullable().catch(null),
  nature: z.enum(NATURES).nullable().catch(null),
  miennes: z
    .literal('oui')
    .transform(() => true)
    .catch(false),
  apres: cleCorbeilleSchema.default(null),
})

/** The number typed to open one demande. Null: none was; `numero` null: what was typed is not one. */
export const numeroChercheSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform((ecrit) => ({ ecrit, numero: numeroDeDemande(/^\d/.test(ecrit) ? `D-${ecrit}` : ecrit) }))
  .nullable()
  .catch(null)
export type FiltresCorbeille = z.output<typeof filtresCorbeilleSchema>

/** « Prendre la suivante »: `derniere` is the last taking that the page knew of, so that a second submit gives the first answer. */
export const suivanteSchema = z.object({
  equipe: z.enum(EQUIPES).nullable().catch(null),
  derniere: z.uuid().nullable().catch(null),
})
export type SuivanteDemandee = z.output<typeof suivanteSchema>

/** A piece of the règlement's list, or in one's own words: one of the two. */
export const pieceADemanderSchema = demandeVersionnee
  .extend({
    cle: champCle(),
    choix: champFacultatif(),
    mots: champFacultatif(),
    avant: champDate(PHRASES_TRAITEMENT.AVANT),
    bloquante: champCase('').optional(),
    texte: champFacultatif(2000),
  })
  .transform(({ choix, mots, bloquante, ...reste }, ctx) => {
    const piece = mots ?? choix
    if (piece !== null) return { ...reste, piece, bloquante: bloquante === 'oui' }
    ctx.addIssue({ code: 'custom', path: ['mots'], message: PHRASES_TRAITEMENT.PIECE })
    return z.NEVER
  })

/** What staff decides; the fields of the nature's own form are read by the nature. */
export const acceptationSchema = demandeVersionnee
  .extend({ vus: champVus(), phrase: champFacultatif(2000) })
  .loose()
export const apercuSchema = demandeVersionnee.extend({ vus: champVus() }).loose()

export const pieceMedicaleSchema = demandeVisee.extend({ piece: z.uuid(), medicale: z.enum(['oui', 'non']) })
export const pieceViseeSchema = z.object({ demande: z.uuid(), piece: z.uuid() })

/** Which ready-made answer the address asks for. */
export const modeleChoisiSchema = z
  .string()
  .regex(/^[A-Z_]{1,40}$/)
  .nullable()
  .catch(null)
