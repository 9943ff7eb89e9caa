import type { ClasseDonnees } from './conservation'

/** How a value of the base is given to the person it speaks of. `nir`, `iban`, `codeAcces`, `courriel`: sealed in the base, opened. */
export type TypeValeur =
  | 'reference'
  | 'texte'
  | 'textes'
  | 'entier'
  /** Cents. */
  | 'montant'
  | 'ouiNon'
  | 'jour'
  | 'moment'
  | 'faits'
  | 'nir'
  | 'iban'
  | 'codeAcces'
  | 'courriel'

/** Why a column is in no export. */
export const EXCLUSIONS = {
  SECRET: 'Un secret de sécurité : le donner ouvrirait un compte ou un document à qui trouverait l’export.',
  EMPREINTE: 'Une empreinte calculée d’une valeur qui est déjà dans l’export : elle n’apprend rien.',
  AUTRUI: 'Désigne quelqu’un d’autre (un salarié, un autre adhérent) : RGPD, article 15, paragraphe 4.',
  TECHNIQUE:
    'Un lien de machine à machine vers ce qui n’est pas de la personne ; ce qu’il relie est déjà dans l’export.',
} as const

export type Colonne =
  | readonly [type: TypeValeur, libelle: string]
  | { readonly exclue: keyof typeof EXCLUSIONS }

export interface TableExportee {
  readonly titre: string
  /** Its retention. */
  readonly classe: ClasseDonnees
  readonly colonnes: Readonly<Record<string, Colonne>>
}
export type TablesExportees = Readonly<Record<string, TableExportee>>
