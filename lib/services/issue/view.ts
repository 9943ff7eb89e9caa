import type { ErreurChamp } from '@/lib/formulaire/etat'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import type { SituationPieces } from '@/lib/rules/pieces/piece'
import type { Changement } from '../effet-cotisation/view'

/**
 * What a project comes to. `PLUS_TARD`: refused today, accepted from a day on. `NON_PREVU`: the règlement is silent, which is neither
 * yes nor no.
 */
export type Verdict = 'POSSIBLE' | 'PLUS_TARD' | 'IMPOSSIBLE' | 'NON_PREVU'

/** Another way there, sooner, or when this one is closed. */
export interface Ailleurs {
  readonly libelle: string
  readonly phrase: string
  /** What changes in the address. */
  readonly parametres: Readonly<Record<string, string>>
}

export interface Issue {
  readonly verdict: Verdict
  readonly titre: string
  readonly phrases: readonly string[]
  readonly motifs: readonly Motif[]
  /** The day from which something changes: of cover, of formule; null when nothing does. */
  readonly dateEffet: DateCivile | null
  /** Refused today: first day on which the request would be accepted, what it would give, and why. */
  readonly possible: {
    readonly le: DateCivile
    readonly phrase: string
    readonly motifs: readonly Motif[]
  } | null
  readonly changement: Changement | null
  /** The first list that the règlement has is the one; each group adds up. */
  readonly pieces: readonly (readonly SituationPieces[])[]
  readonly ailleurs: readonly Ailleurs[]
}

export type Resultat =
  | { readonly decide: true; readonly issue: Issue }
  | { readonly decide: false; readonly manque: readonly ErreurChamp[] }

export const issue = (i: Issue): Resultat => ({ decide: true, issue: i })
export const manque = (...erreurs: readonly ErreurChamp[]): Resultat => ({ decide: false, manque: erreurs })

export const SANS_SUITE = {
  dateEffet: null,
  possible: null,
  changement: null,
  pieces: [],
  ailleurs: [],
} as const

/** What a rule could not decide, as a field to correct or as a silence of the règlement. */
export function selonErreur(
  erreur: unknown,
  champs: Readonly<Record<string, ErreurChamp>>,
  ailleurs: readonly Ailleurs[] = [],
): Resultat {
  if (!(erreur instanceof ErreurDeRegle)) throw erreur
  if (erreur.code === 'HORS_PERIODE')
    return manque({
      champ: 'demande',
      message:
        'Les règles de ce jour-là ne sont pas connues de ce portail. Choisissez un jour plus récent pour la demande.',
    })
  if (erreur.code === 'FAIT_INVALIDE') {
    const connu = champs[erreur.chemin ?? '']
    if (connu !== undefined) return manque(connu)
    throw erreur
  }
  return issue({
    ...SANS_SUITE,
    verdict: 'NON_PREVU',
    titre: 'Votre règlement ne prévoit pas ce cas',
    phrases: [
      'Ni oui ni non : le texte n’en dit rien. Posez-nous la question, un conseiller vous répondra par écrit.',
    ],
    motifs: [],
    ailleurs,
  })
}
