import type { DateCivile } from '@/lib/rules/date/date-civile'
import { contient, type Periode } from '@/lib/rules/date/periode'
import type { Reglement } from '@/lib/rules/reglement/reglement'

/** One rattachement of a person to an adhésion. */
export interface Rattachement extends Periode {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly reglement: Reglement
  readonly adhesion: Periode
  readonly formules: readonly (Periode & { readonly formule: string })[]
}

export interface Assure {
  readonly personneId: string
  /** As the AMO writes it: maybe a date that the calendar does not know. */
  readonly dateNaissance: string
  readonly rattachements: readonly Rattachement[]
}

export type Droits =
  | { readonly ouverts: true; readonly rattachement: Rattachement; readonly multiples: boolean }
  | {
      readonly ouverts: false
      readonly proche: Rattachement | null
      readonly sens: 'AVANT' | 'APRES' | 'ABSENTS'
    }

const couvre = (r: Rattachement, jour: DateCivile): boolean => contient(r, jour) && contient(r.adhesion, jour)

/**
 * Which contract answers on the day of care. Two contracts cover a child of two members: the one that the décompte names, else the oldest.
 */
export function droitsAu(assure: Assure, jour: DateCivile, numeroAdherent: string | undefined): Droits {
  const actifs = assure.rattachements
    .filter((r) => couvre(r, jour))
    .sort((a, b) => comparer(a.adhesion.du, b.adhesion.du) || comparer(a.numeroAdherent, b.numeroAdherent))
  const [premier] = actifs
  if (premier !== undefined) {
    const nomme = actifs.find((r) => r.numeroAdherent === numeroAdherent)
    return { ouverts: true, rattachement: nomme ?? premier, multiples: actifs.length > 1 }
  }
  const passes = assure.rattachements.filter((r) => r.du <= jour).sort((a, b) => comparer(b.du, a.du))
  const futurs = assure.rattachements.filter((r) => r.du > jour).sort((a, b) => comparer(a.du, b.du))
  const [dernier] = passes
  const [prochain] = futurs
  if (dernier !== undefined) return { ouverts: false, proche: dernier, sens: 'APRES' }
  if (prochain !== undefined) return { ouverts: false, proche: prochain, sens: 'AVANT' }
  return { ouverts: false, proche: null, sens: 'ABSENTS' }
}

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
