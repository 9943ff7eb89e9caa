import type { DateCivile } from '@/lib/rules/date/date-civile'

/**
 * A paper of the mutuelle, said once: the page and the PDF are two prints of this value, so they cannot differ. Texts are finished
 * French (amounts, dates, spaces before signs); a renderer only lays them out.
 */
export interface Papier {
  readonly titre: string
  readonly sousTitre: string | null
  readonly langue: 'fr'
  readonly emetteur: Emetteur
  readonly destinataire: Destinataire | null
  readonly emisLe: DateCivile
  /** « Relevé n° R-2026-000123 ». */
  readonly reference: string | null
  readonly blocs: readonly Bloc[]
  readonly verification: Verification | null
  /** Small print, one sentence or two each. */
  readonly mentions: readonly string[]
}

export interface Emetteur {
  readonly nom: string
  readonly forme: string
  readonly adresse: readonly string[]
  /** Telephone, hours, mail, site: what to do with a question. */
  readonly contact: readonly string[]
  readonly siren: string
  /** « #rrggbb », read on white. */
  readonly couleur: string
  /** The organisme does not exist, and the paper says so. */
  readonly fictif: boolean
}

export interface Destinataire {
  readonly nom: string
  readonly lignes: readonly string[]
}

/** The address anyone may open to know whether the paper is true. ASCII, without meaning. */
export interface Verification {
  readonly url: string
  readonly phrase: string
  /** What a person who does not see the code is told. */
  readonly alternative: string
}

export type Bloc =
  | { readonly type: 'titre'; readonly texte: string }
  | { readonly type: 'paragraphe'; readonly texte: string; readonly ton: 'NORMAL' | 'FORT' }
  | { readonly type: 'liste'; readonly elements: readonly string[] }
  | { readonly type: 'fiche'; readonly lignes: readonly LigneFiche[] }
  | Tableau
  | { readonly type: 'carte'; readonly carte: Carte }

export interface LigneFiche {
  readonly libelle: string
  readonly valeur: string
  /** The figure the reader came for. */
  readonly fort: boolean
}

export interface Tableau {
  readonly type: 'tableau'
  readonly legende: string
  readonly colonnes: readonly Colonne[]
  readonly lignes: readonly (readonly Cellule[])[]
  readonly total: readonly Cellule[] | null
}

export interface Colonne {
  readonly titre: string
  readonly genre: 'TEXTE' | 'DATE' | 'MONTANT'
}

export interface Cellule {
  readonly texte: string
  /** Smaller lines under it. */
  readonly details: readonly string[]
}

/** The carte de tiers payant, ISO 7810 ID-1 in print. */
export interface Carte {
  readonly organisme: string
  readonly titre: string
  /** The five labels of the « pavé normalisé », in its order, all present even when empty. */
  readonly pave: readonly LigneFiche[]
  /** « R » beside the pavé: contrat responsable. */
  readonly responsable: { readonly lettre: 'R'; readonly alternative: string } | null
  readonly titulaire: string
  readonly beneficiaires: Tableau
  /** What is paid without advance, and what is paid so once the mutuelle has agreed. */
  readonly domaines: readonly LigneFiche[]
  readonly rappel: string
  readonly verification: Verification | null
}
