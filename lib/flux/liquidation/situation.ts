import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { contient, type Periode } from '@/lib/rules/date/periode'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'

/** One rattachement of a person to an adhésion. */
export interface Rattachement extends Periode {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly reglement: Reglement
  readonly adhesion: Periode
  readonly formules: readonly (Periode & { readonly formule: string })[]
  /** Days on which it guarantees nothing, for want of payment. The day it resumes, at noon, is not one of them: a décompte has no hour. */
  readonly suspensions: readonly Periode[]
}

export interface Assure {
  readonly personneId: string
  /** As the AMO writes it: maybe a date that the calendar does not know. */
  readonly dateNaissance: string
  readonly rattachements: readonly Rattachement[]
}

export type Droits =
  | {
      readonly ouverts: true
      readonly rattachement: Rattachement
      /** Two contracts of the same kind cover the person. */
      readonly multiples: boolean
      /** The contract that adds to the first, if there is one. */
      readonly surcomplementaire: Rattachement | null
    }
  | {
      readonly ouverts: false
      readonly proche: Rattachement | null
      readonly sens: 'AVANT' | 'APRES' | 'ABSENTS'
    }
  | {
      readonly ouverts: false
      readonly sens: 'SUSPENDUS'
      readonly proche: Rattachement
      readonly suspension: Periode
    }

const couvre = (r: Rattachement, jour: DateCivile): boolean => contient(r, jour) && contient(r.adhesion, jour)

const suspensionDe = (r: Rattachement, jour: DateCivile): Periode | null =>
  r.suspensions.find((s) => contient(s, jour)) ?? null

/** A contract that adds to another, by its formule of that day. */
function complete(r: Rattachement, jour: DateCivile): boolean {
  const formule = r.formules.find((f) => contient(f, jour))?.formule
  return formule !== undefined && ouvrirFormule(r.reglement, formule, null).table.surcomplementaire === true
}

/** The day before this one began, the person already had a surcomplémentaire: the wait is not asked twice (Mutami, art. 18.3). */
export const aSurcomplementaireAvant = (assure: Assure, rattachement: Rattachement): boolean => {
  const veille = ajouterJours(rattachement.du, -1)
  return assure.rattachements.some((r) => couvre(r, veille) && complete(r, veille))
}

/**
 * Which contract answers on the day of care. Two contracts cover a child of two members: the one that the décompte names, else the oldest. A
 * surcomplémentaire never answers first when another contract does: it pays after it, on what is left. A suspended contract does not answer.
 */
export function droitsAu(assure: Assure, jour: DateCivile, numeroAdherent: string | undefined): Droits {
  const couvrants = assure.rattachements.filter((r) => couvre(r, jour))
  const actifs = couvrants
    .filter((r) => suspensionDe(r, jour) === null)
    .sort((a, b) => comparer(a.adhesion.du, b.adhesion.du) || comparer(a.numeroAdherent, b.numeroAdherent))
  const surcomplementaires = actifs.filter((r) => complete(r, jour))
  const ordinaires = actifs.filter((r) => !surcomplementaires.includes(r))
  const premiers = ordinaires.length > 0 ? ordinaires : surcomplementaires
  const [premier] = premiers
  if (premier !== undefined) {
    return {
      ouverts: true,
      rattachement: premiers.find((r) => r.numeroAdherent === numeroAdherent) ?? premier,
      multiples: premiers.length > 1,
      surcomplementaire: ordinaires.length > 0 ? (surcomplementaires[0] ?? null) : null,
    }
  }
  const [suspendu] = couvrants
  const suspension = suspendu === undefined ? null : suspensionDe(suspendu, jour)
  if (suspendu !== undefined && suspension !== null)
    return { ouverts: false, sens: 'SUSPENDUS', proche: suspendu, suspension }
  const passes = assure.rattachements.filter((r) => r.du <= jour).sort((a, b) => comparer(b.du, a.du))
  const futurs = assure.rattachements.filter((r) => r.du > jour).sort((a, b) => comparer(a.du, b.du))
  const [dernier] = passes
  const [prochain] = futurs
  if (dernier !== undefined) return { ouverts: false, proche: dernier, sens: 'APRES' }
  if (prochain !== undefined) return { ouverts: false, proche: prochain, sens: 'AVANT' }
  return { ouverts: false, proche: null, sens: 'ABSENTS' }
}

/** The contract that answers that day has a règlement that prints no table: there is nothing to compute with. */
export function sansTableau(assure: Assure, jour: DateCivile): boolean {
  const droits = droitsAu(assure, jour, undefined)
  return droits.ouverts && droits.rattachement.reglement.garanties === null
}

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
