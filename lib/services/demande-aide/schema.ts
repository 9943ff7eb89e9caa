import { z } from 'zod'
import { champDate, champFacultatif, champMontant, valeursAResservir } from '@/lib/formulaire/champs'
import { PHRASES_AIDE as P } from '@/lib/lexique/aides'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant, ZERO } from '@/lib/rules/montant/montant'
import { champCle, champFichiers } from '../demande/schema'

const MONTANT_MAX = montant(100_000_00)
const HEURES_MAX = 2_000
const MOIS_MAX = 60

const ouiNon = () => z.enum(['OUI', 'NON'], { error: P.OUI_NON }).transform((dit) => dit === 'OUI')
/** Null: not said. */
const ouiNonOuRien = () =>
  z
    .enum(['OUI', 'NON', ''], { error: P.OUI_NON })
    .default('')
    .transform((dit) => (dit === '' ? null : dit === 'OUI'))
const dateOuRien = () =>
  z
    .string()
    .default('')
    .transform((texte): DateCivile | null => (estDateCivile(texte) ? texte : null))
const somme = () =>
  champMontant(P.MONTANT, MONTANT_MAX).transform((lu, ctx): Montant => {
    if (lu !== null && lu > 0) return lu
    ctx.addIssue({ code: 'custom', message: lu === null ? P.MONTANT : P.MONTANT_NUL })
    return z.NEVER
  })
const sommeOuRien = () =>
  champMontant(P.MONTANT, MONTANT_MAX)
    .default(ZERO)
    .transform((lu) => lu ?? ZERO)
const entier = (max: number, message: string) =>
  z
    .string({ error: message })
    .regex(/^\s*\d{1,4}\s*$/, message)
    .transform(Number)
    .pipe(z.number().int().min(1, message).max(max, message))
const personne = () => z.uuid(P.PERSONNE)
const sejour = { debut: champDate(P.DEBUT), fin: champDate(P.FIN) }
const heures = {
  jour: champDate(P.JOUR),
  heures: entier(HEURES_MAX, P.HEURES),
  facture: somme(),
  autres: sommeOuRien(),
}

/** What a person says of the aid they ask; the rest of its facts is in the base. */
export const saisieAideSchema = z
  .discriminatedUnion(
    'aide',
    [
      z.object({ aide: z.literal('VACANCES_RETRAITE'), retraite: ouiNon(), ...sejour }),
      z.object({
        aide: z.literal('VACANCES_ENFANT'),
        personne: personne(),
        mode: z.enum(['PARENTS', 'SANS_PARENTS', 'CHEZ_PROCHES', 'ORGANISME'], { error: P.MODE }),
        ...sejour,
        accordDemandeLe: dateOuRien(),
      }),
      z.object({
        aide: z.literal('LOISIRS_HANDICAP'),
        personne: personne(),
        jour: champDate(P.JOUR),
        carte: ouiNon(),
        sansEmploi: ouiNonOuRien(),
      }),
      z.object({
        aide: z.literal('AIDE_FAMILIALE'),
        cause: z.enum(['MALADIE', 'MATERNITE', 'AUTRE'], { error: P.CAUSE }),
        ...heures,
      }),
      z.object({ aide: z.literal('AIDE_MENAGERE'), retraite: ouiNon(), caisse: ouiNon(), ...heures }),
      z.object({ aide: z.literal('EXCEPTIONNELLE'), souhait: sommeOuRien() }),
      z.object({
        aide: z.literal('NAISSANCE'),
        /** Null: not covered yet. */
        personne: z.union([z.literal('').transform(() => null), personne()], { error: P.PERSONNE }),
        jour: champDate(P.JOUR),
        adoption: ouiNon(),
        pleniere: ouiNonOuRien(),
      }),
      z.object({ aide: z.literal('UNION'), jour: champDate(P.JOUR) }),
      z.object({
        aide: z.literal('OBSEQUES'),
        personne: personne(),
        jour: champDate(P.JOUR),
        moi: ouiNon().refine((oui) => oui, P.PAS_A_MOI),
      }),
      z.object({
        aide: z.literal('ORPHELIN'),
        personne: personne(),
        jour: champDate(P.JOUR),
        autreDeces: ouiNon(),
      }),
      z.object({
        aide: z.literal('AVANCE'),
        personne: personne(),
        devis: somme(),
        deduits: sommeOuRien(),
        souhait: somme(),
        mois: entier(MOIS_MAX, P.MOIS),
        engagement: ouiNon(),
      }),
    ],
    { error: P.AIDE },
  )
  .superRefine((saisie, ctx) => {
    if ('debut' in saisie && saisie.fin < saisie.debut)
      ctx.addIssue({ code: 'custom', path: ['fin'], message: P.FIN_AVANT })
  })
export type SaisieAide = z.output<typeof saisieAideSchema>

/** The form as typed: read by the schema that asked it, whenever it is judged. */
export const faitsAideSchema = z.object({ valeurs: z.record(z.string(), z.string()) })
export type FaitsAideDits = z.output<typeof faitsAideSchema>

/** A question of the rules (« voir »), or the demande itself. */
export const demandeAideSchema = z.looseObject({
  etape: z.enum(['voir', 'envoyer']).default('voir'),
  cle: champCle(),
  texte: champFacultatif(5_000),
  fichiers: champFichiers(),
})

/** What was typed of the aid itself, to ask it again or to keep it. */
export const valeursDeLAide = (champs: Readonly<Record<string, unknown>>): Record<string, string> =>
  valeursAResservir(
    new Map(Object.entries(champs).filter(([nom]) => nom !== 'etape' && nom !== 'cle' && nom !== 'texte')),
  )

/** What staff adds: what the body that decides granted. */
export const saisieGestionAideSchema = z.object({
  montant: champMontant(P.MONTANT, MONTANT_MAX).nullish(),
  decideeLe: dateOuRien(),
  contratSigne: z.enum(['OUI', 'NON']).optional(),
})
export type SaisieGestionAide = z.output<typeof saisieGestionAideSchema>

export const effetAideSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ALLOCATION'),
    aideId: z.uuid(),
    lignes: z.array(z.object({ id: z.uuid(), numeroLigne: z.number().int() })).readonly(),
  }),
  z.object({ type: z.literal('AVANCE'), avanceId: z.uuid() }),
])
export type EffetAide = z.output<typeof effetAideSchema>
