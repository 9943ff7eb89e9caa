import { z } from 'zod'
import { champFacultatif, champTexte } from '@/lib/formulaire/champs'
import { champIban, estBic } from '@/lib/formulaire/identifiants'
import { PHRASES_RIB } from '@/lib/lexique/coordonnees'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { champFichier, champVersion } from '../coordonnees/schema'
import { champsPreuve, type SansPreuve } from '../reauthentification/schema'

const champBic = () =>
  champFacultatif(20).transform((texte, ctx) => {
    if (texte === null) return null
    const bic = texte.replace(/\s/g, '').toUpperCase()
    if (estBic(bic)) return bic
    ctx.addIssue({ code: 'custom', message: PHRASES_RIB.BIC })
    return z.NEVER
  })

/** Banks of Monaco and of the French overseas hold accounts whose IBAN begins with FR, and the reverse. */
const MEME_PAYS: ReadonlySet<string> = new Set([
  'FR',
  'MC',
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'PM',
  'BL',
  'MF',
  'PF',
  'NC',
  'WF',
])
const ensemble = (a: string, b: string): boolean => a === b || (MEME_PAYS.has(a) && MEME_PAYS.has(b))

export const ribSchema = z
  .object({
    adhesion: z.uuid(PHRASES_RIB.INTROUVABLE),
    version: champVersion(),
    titulaire: champTexte(PHRASES_RIB.TITULAIRE, 70),
    iban: champIban(),
    bic: champBic(),
    justificatif: champFichier(PHRASES_RIB.UN_SEUL).transform((fichier, ctx) => {
      if (fichier !== null) return fichier
      ctx.addIssue({ code: 'custom', message: PHRASES_RIB.JUSTIFICATIF })
      return z.NEVER
    }),
    ...champsPreuve,
  })
  .refine(({ bic, iban }) => bic === null || ensemble(bic.slice(4, 6), iban.slice(0, 2)), {
    path: ['bic'],
    error: PHRASES_RIB.BIC_AUTRE_PAYS,
  })
export type RibSaisi = SansPreuve<z.output<typeof ribSchema>>

export const annulationRibSchema = z.object({ changement: z.uuid(PHRASES_RIB.INTROUVABLE) })

/** What a change of account keeps of those it ended. */
export const remplacesSchema = z.array(
  z.strictObject({ id: z.uuid(), au: z.string().refine(estDateCivile).nullable() }),
)
