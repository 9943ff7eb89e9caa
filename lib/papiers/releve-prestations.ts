import { z } from 'zod'
import { type Montant, plus, somme, ZERO } from '@/lib/rules/montant/montant'
import { adherent, centimes, jour, motif, nom, organisme, texte } from './faits'

export const ETATS = ['CALCULEE', 'A_VERIFIER', 'A_PAYER', 'PAYEE', 'REFUSEE', 'ANNULEE'] as const
export const DESTINATAIRES = ['ASSURE', 'PROFESSIONNEL', 'ETABLISSEMENT', 'EMPLOYEUR', 'AUTRE'] as const

/** Amounts that add up: depense = partAmo + regimeLocal + autres + partMutuelle + resteACharge. */
const parts = {
  depense: centimes,
  partAmo: centimes,
  regimeLocal: centimes,
  autres: centimes,
  partMutuelle: centimes,
  resteACharge: centimes,
}
type Parts = { readonly [cle in keyof typeof parts]: Montant }

const CLES = ['depense', 'partAmo', 'regimeLocal', 'autres', 'partMutuelle', 'resteACharge'] as const

const font = (p: Parts): boolean =>
  somme([p.partAmo, p.regimeLocal, p.autres, p.partMutuelle, p.resteACharge]) === p.depense

const ligne = z
  .strictObject({
    dateSoins: jour,
    /** First name and name. */
    beneficiaire: nom,
    libelle: texte,
    executant: nom.nullable(),
    ...parts,
    base: centimes,
    /** Kept by the law on the AMO's share; already inside `resteACharge`. */
    participation: centimes,
    franchise: centimes,
    destinataire: z.enum(DESTINATAIRES),
    etat: z.enum(ETATS),
    payeeLe: jour.nullable(),
    /** A reversal: amounts are the opposite of the line it takes back. */
    annulation: z.boolean(),
    /** Grounds of a refusal; empty otherwise. */
    refus: z.array(motif),
  })
  .refine(font, 'les parts ne font pas la dépense')
export type LigneReleve = z.infer<typeof ligne>

export const totaliser = (lignes: readonly Parts[]): Parts =>
  lignes.reduce<Parts>(
    (total, l) => ({
      depense: plus(total.depense, l.depense),
      partAmo: plus(total.partAmo, l.partAmo),
      regimeLocal: plus(total.regimeLocal, l.regimeLocal),
      autres: plus(total.autres, l.autres),
      partMutuelle: plus(total.partMutuelle, l.partMutuelle),
      resteACharge: plus(total.resteACharge, l.resteACharge),
    }),
    { depense: ZERO, partAmo: ZERO, regimeLocal: ZERO, autres: ZERO, partMutuelle: ZERO, resteACharge: ZERO },
  )

export const faitsReleve = z
  .strictObject({
    organisme,
    adherent,
    /** First and last day of the period of the organisme (7 days, 28 days, a month…). */
    du: jour,
    au: jour,
    /** Oldest first, as a bank does. */
    lignes: z.array(ligne),
    /** As `totaliser` makes them; facts whose totals do not add up are refused. */
    totaux: z.strictObject(parts),
    /** The account the mutuelle pays to: its last four characters only. */
    compte: z.strictObject({ titulaire: nom, fin: z.string().regex(/^[0-9A-Z]{4}$/) }).nullable(),
  })
  .refine(({ du, au }) => au >= du, 'la période finit avant de commencer')
  .refine(({ lignes, totaux }) => {
    const calcules = totaliser(lignes)
    return CLES.every((cle) => calcules[cle] === totaux[cle])
  }, 'les totaux ne sont pas la somme des lignes')
export type FaitsReleve = z.infer<typeof faitsReleve>
