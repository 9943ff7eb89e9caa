import { z } from 'zod'
import { reglements } from '@/lib/reglements/catalogue'
import { tarifSchema } from '../question-cotisation/schema'

/** Une grille de tarif : une formule, une année. Elle ne se corrige plus une fois qu'une cotisation l'a lue. */
export const grilleSchema = z.strictObject({
  reglement: z.enum(Object.keys(reglements)),
  formule: z.string().min(1, 'est vide'),
  annee: z.int('est une année').min(2020, 'n’est pas connue').max(9998, 'est hors du calendrier'),
  /** Montants inventés pour la démonstration : rien d'imprimé ne les donne. */
  demonstration: z.boolean(),
  tarif: tarifSchema,
})

export type GrilleEcrite = z.input<typeof grilleSchema>

/** As many bands as the form shows; a règlement prints fewer. */
export const RANGS_TRANCHES = 16

/** « 44,20 » as it is typed: the comma of French, then two figures. Empty stays empty. */
const euros = (texte: string | undefined): string | undefined => {
  const net = (texte ?? '').replace(/[\s€\u00a0]/g, '').replace(',', '.')
  if (net === '') return undefined
  return /^\d+$/.test(net) ? `${net}.00` : /^\d+\.\d$/.test(net) ? `${net}0` : net
}

const nombre = (texte: string | undefined): number | null => {
  const net = (texte ?? '').trim()
  return /^\d{1,3}$/.test(net) ? Number(net) : null
}

/** The bands of the form: « until that age » and an amount; each begins where the one before ends. */
function lireTranches(champs: Readonly<Record<string, unknown>>) {
  const tranches: { de: number; a: number | null; mensuel: string }[] = []
  for (let rang = 0; rang < RANGS_TRANCHES; rang += 1) {
    const mensuel = euros(texteDe(champs, `mensuel-${rang}`))
    if (mensuel === undefined) continue
    const precedente = tranches.at(-1)
    const de = precedente === undefined ? 0 : (precedente.a ?? 150) + 1
    tranches.push({ de, a: nombre(texteDe(champs, `jusqua-${rang}`)), mensuel })
  }
  return tranches
}

const texteDe = (champs: Readonly<Record<string, unknown>>, cle: string): string | undefined => {
  const valeur = champs[cle]
  return typeof valeur === 'string' ? valeur : undefined
}

/** What the entry form sends: a grid by bands of age, or one amount for each role. */
export const saisieTarifSchema = z
  .looseObject({
    reglement: z.enum(Object.keys(reglements), 'Choisissez un règlement.'),
    formule: z.string('Choisissez une formule.').min(1, 'Choisissez une formule.'),
    annee: z
      .string('Indiquez l’année.')
      .regex(/^20[2-9][0-9]$/, 'Indiquez l’année en quatre chiffres, par exemple 2027.'),
    demonstration: z.literal('oui').optional(),
  })
  .transform(({ reglement, formule, annee, demonstration, ...champs }): GrilleEcrite => {
    const tranches = lireTranches(champs)
    const [adherent, conjoint, enfant] = ['adherent', 'conjoint', 'enfant'].map((cle) =>
      euros(texteDe(champs, cle)),
    )
    const tarif =
      tranches.length > 0
        ? { enfant, tranches }
        : adherent !== undefined
          ? { mensuel: { ADHERENT: adherent, CONJOINT: conjoint, ENFANT: enfant } }
          : { base: euros(texteDe(champs, 'base')) }
    return { reglement, formule, annee: Number(annee), demonstration: demonstration === 'oui', tarif }
  })

export const miseEnVigueurSchema = z.object({ tarif: z.uuid('Ce tarif est introuvable.') })
export const identifiantTarifSchema = z.uuid()
export const anneeTarifSchema = z.coerce.number().int().min(2020).max(2100).nullable().catch(null)
