import { z } from 'zod'
import type { EquipeGestion, EtatDemande, NatureDemande } from '@/generated/prisma/enums'
import { champTexte } from '@/lib/formulaire/champs'
import { motif } from '@/lib/papiers/faits'

/** Random part of a form: the same form sent twice is one demande. */
export const champCle = () =>
  z.uuid('Ce formulaire a expiré : rechargez la page, ce que vous avez écrit y reste.')

export const demandeIdSchema = z.uuid()

const LIRE_MESSAGE = 'Écrivez votre message.'
export const LONGUEUR_MESSAGE = 5_000

/** Lines are kept. */
export const champMessage = (demande = LIRE_MESSAGE) => champTexte(demande, LONGUEUR_MESSAGE)

const CHOISIR = 'Choisissez au moins un fichier.'
const recu = (entree: unknown): readonly File[] =>
  [entree].flat().flatMap((f) => (f instanceof File && (f.size > 0 || f.name.includes('.')) ? [f] : []))

/** Files of a form: none, one or several; browsers send an empty one for none. */
export const champFichiers = () => z.unknown().optional().transform(recu)
export const champFichiersRequis = () =>
  champFichiers().refine((fichiers) => fichiers.length > 0, { error: CHOISIR })

/** Where the time to answer comes from: a rule's ground, or what this organisme promises beyond any text. */
export const limiteSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('REGLE'), motif }),
  z.object({
    type: z.literal('PROMESSE'),
    nombre: z.number().int().positive(),
    unite: z.enum(['HEURES_OUVREES', 'JOURS_OUVRES']),
    /** How long it was stopped in all, and its limit moved by: minutes, or days, of working days. */
    arret: z.number().int().positive().optional(),
  }),
])
export type Limite = z.output<typeof limiteSchema>

/** One thing a decision changes, before and after, as staff and the member read it. */
export const ligneApercuSchema = z.object({
  libelle: z.string(),
  avant: z.string().nullable(),
  apres: z.string(),
  motifs: z.array(motif).readonly(),
})
export type LigneApercu = z.output<typeof ligneApercuSchema>

/** What was decided. `effet` is what the acceptance wrote, read by the nature that wrote it, to undo it. */
export const resultatSchema = z.object({
  verdict: z.enum(['ACCEPTEE', 'REFUSEE', 'DEFAITE']),
  /** The version of the règlement that decided; null: no règlement was asked. */
  reglement: z.string().nullable(),
  motifs: z.array(motif).readonly(),
  lignes: z.array(ligneApercuSchema).readonly(),
  /** What staff wrote, and what remains possible. */
  phrase: z.string().nullable(),
  /** What the rules leave possible when they refuse, in a sentence; absent from what was decided before it was kept. */
  possible: z.string().nullable().default(null),
  effet: z.unknown(),
})
export type Resultat = z.output<typeof resultatSchema>

/** A demande as its mutations read it, its row locked. */
export interface DemandeLue {
  readonly id: string
  readonly numero: number
  readonly nature: NatureDemande
  readonly etat: EtatDemande
  readonly compteId: string
  readonly cle: string
  readonly adhesionId: string | null
  readonly personneId: string | null
  readonly objet: string | null
  readonly faits: unknown
  readonly equipe: EquipeGestion
  readonly agentId: string | null
  readonly envoyeeLe: Date | null
  readonly repondreAvant: Date | null
  readonly resultat: unknown
  readonly version: number
}
