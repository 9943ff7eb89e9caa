import { z } from 'zod'
import { champCase, champTexte } from '@/lib/formulaire/champs'
import { champIban } from '@/lib/formulaire/identifiants'
import { SAISIE_MANDAT } from '@/lib/lexique/mandat'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { champsPreuve } from '../reauthentification/schema'

export const RYTHMES = ['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE'] as const
/** Days of the debits that the portal keeps; a règlement may allow fewer. */
export const JOURS = [6, 15, 28] as const
export type JourPrelevement = (typeof JOURS)[number]

const rythme = z.enum(RYTHMES, { error: SAISIE_MANDAT.RYTHME })
const jour = z
  .string({ error: SAISIE_MANDAT.JOUR })
  .transform(Number)
  .pipe(z.literal([...JOURS], { error: SAISIE_MANDAT.JOUR }))
const jourDate = champTexte(SAISIE_MANDAT.DATE, 10).transform((texte, ctx) => {
  if (estDateCivile(texte)) return texte
  ctx.addIssue({ code: 'custom', message: SAISIE_MANDAT.DATE })
  return z.NEVER
})

/** What the address of the page asks to see: a contract, a day, a pace; anything else counts for nothing. */
export const vueSchema = z.object({
  contrat: z.uuid().nullable().catch(null),
  rythme: z.enum(RYTHMES).nullable().catch(null),
  jour: jour.nullable().catch(null),
  /** What has just been done. */
  fait: z.enum(['signe', 'revoque']).nullable().catch(null),
})
export type VueDemandee = z.output<typeof vueSchema>

const compte = {
  adhesion: z.uuid(),
  rythme,
  jour,
  titulaire: champTexte(SAISIE_MANDAT.TITULAIRE, 70),
  iban: champIban(),
  lieu: champTexte(SAISIE_MANDAT.LIEU, 80),
}

export const signatureSchema = z.object({
  ...compte,
  accord: champCase(SAISIE_MANDAT.ACCORD),
  ...champsPreuve,
})
/** A mandate signed by hand, copied by staff. */
export const mandatPapierSchema = z.object({ ...compte, signeLe: jourDate })
export const revocationSchema = z.object({
  adhesion: z.uuid(),
  accord: champCase(SAISIE_MANDAT.ACCORD_REVOCATION),
  ...champsPreuve,
})
export const revocationPapierSchema = revocationSchema.pick({ adhesion: true, accord: true })
