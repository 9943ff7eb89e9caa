import { socle } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { recupererIndu } from '@/lib/rules/indu/recuperer-indu'
import { remettreIndu } from '@/lib/rules/indu/remettre-indu'
import { type SuiteMensualites, suivreMensualites } from '@/lib/rules/indu/suivre-mensualites'
import { montant } from '@/lib/rules/montant/montant'
import { reglementDe } from '../cotisation/view'

/** What a sum paid in error rests on, and where its instalments are. Cents. */
export interface SituationIndu {
  readonly reglement: string
  readonly montant: number
  readonly constateLe: string
  readonly retenueDes: string
}

/** Why it is to be given back, and why it may be retained: the règlement, or the law where it says nothing. */
export const fonderIndu = (i: SituationIndu): readonly Motif[] =>
  recupererIndu(reglementDe(i.reglement), socle, {
    montant: montant(i.montant),
    constateLe: dateCivile(i.constateLe),
    retenueDes: dateCivile(i.retenueDes),
  }).motifs

/** Why the mutuelle may give it up. Cents. */
export const fonderRemise = (remis: number): readonly Motif[] => remettreIndu(socle, montant(remis)).motifs

/** Why it is asked for; once it is given up, why it no longer is. */
export const fondements = (i: SituationIndu & { readonly remis: number }): readonly Motif[] =>
  i.remis > 0 ? fonderRemise(i.remis) : fonderIndu(i)

export interface EchelonnementLu {
  readonly reste: number
  readonly mensualite: number | null
  readonly echelonneLe: string | null
  readonly echelonneReste: number | null
}

/** Null when it is not given back by the month. */
export function voirMensualites(i: EchelonnementLu, jour: string): SuiteMensualites | null {
  if (i.mensualite === null || i.echelonneLe === null || i.echelonneReste === null) return null
  // A debt that grew since (a retained benefit was cancelled) is asked as it is now.
  const du = Math.max(i.echelonneReste, i.reste)
  return suivreMensualites({
    convenuesLe: dateCivile(i.echelonneLe),
    mensualite: montant(i.mensualite),
    du: montant(du),
    reste: montant(i.reste),
    jour: dateCivile(jour),
  })
}
