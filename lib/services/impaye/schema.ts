import { z } from 'zod'
import { champCase, champTexte } from '@/lib/formulaire/champs'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import type { CodeErreur } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Montant } from '@/lib/rules/montant/montant'

const jour = z.custom<DateCivile>((v) => typeof v === 'string' && estDateCivile(v), 'attend AAAA-MM-JJ')
const cents = z.custom<Montant>(Number.isSafeInteger, 'attend des centimes entiers')

/** `impayes.decision`: the answer of the rule, played again at each step. */
export const decisionSchema = z.discriminatedUnion('issue', [
  z.object({
    issue: z.literal('DECIDEE'),
    miseEnDemeureAuPlusTot: jour,
    suspensionAuPlusTot: jour.nullable(),
    resiliationAuPlusTot: jour.nullable(),
    reprise: jour.nullable(),
    majoration: cents.nullable(),
    fraisRecouvrement: cents.nullable(),
    /** Last day on which a suspension may have an effect. */
    finSuspension: jour.nullable(),
    motifs: z.array(z.custom<Motif>((v) => typeof v === 'object' && v !== null)),
  }),
  /** The debtor is the employer: no letter to the member leaves by itself. */
  z.object({ issue: z.literal('EMPLOYEUR'), constatLe: jour }),
  /** The règlement says nothing of it. */
  z.object({
    issue: z.literal('SANS_REGLE'),
    code: z.custom<CodeErreur>((v) => typeof v === 'string'),
  }),
])
export type DecisionImpaye = z.output<typeof decisionSchema>

/** What this room reads in `echeanciers.resultat`: the monthly contribution of each period. */
export const mensualitesSchema = z.object({
  segments: z.array(z.object({ du: jour, au: jour, mensuelle: cents })),
})

const impaye = z.uuid('Cette page a changé : rechargez-la.')

export const retenueSchema = z.object({
  impaye,
  motif: champTexte('Indiquez pourquoi cette étape est retenue.', 500),
})

export const relacheSchema = z.object({ impaye })

const DATE_FIN = 'Indiquez le dernier jour couvert.'
export const resiliationSchema = z.object({
  adhesion: z.uuid('Cette page a changé : rechargez-la.'),
  dateFin: z.string({ error: DATE_FIN }).refine(estDateCivile, DATE_FIN),
  confirme: champCase('Cochez la case : la résiliation part avec son courrier et ne se reprend pas.'),
})
export type ResiliationSaisie = z.output<typeof resiliationSchema>
