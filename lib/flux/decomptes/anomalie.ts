/** Why a line is set aside. The French sentence is made from it in lib/lexique/flux. */
export type MotifQuarantaine =
  | 'SCHEMA_INVALIDE'
  | 'LIGNE_TROP_GRANDE'
  | 'CLE_DOUBLE'
  | 'CARACTERE_INTERDIT'
  | 'IDENTIFIANT_INVALIDE'
  | 'DATE_INEXISTANTE'
  | 'DATES_INCOHERENTES'
  | 'DATE_FUTURE'
  | 'NIR_ABSENT'
  | 'NIR_INVALIDE'
  | 'NIR_CLE_FAUSSE'
  | 'MONTANT_INVRAISEMBLABLE'
  | 'SIGNE_INCOHERENT'
  | 'MONTANTS_INCOHERENTS'
  | 'ORIGINE_ABSENTE'
  // Found against the base:
  | 'CONFLIT'
  | 'PERSONNE_INCONNUE'
  | 'PERSONNE_AMBIGUE'
  | 'ORIGINE_INCONNUE'
  | 'ORIGINE_AUTRE_PERSONNE'
  | 'ORIGINE_DEJA_ANNULEE'
  | 'REVERSION_PARTIELLE'

/** `chemin`: the field, dotted from the line. `regle`: what was expected. Never a value received: it may name someone. */
export interface Anomalie {
  readonly motif: MotifQuarantaine
  readonly chemin: string
  readonly regle?: string
}

/** Why a whole file is refused: nothing of it is written. */
export type CodeRefusFlux =
  | 'FORMAT_INCONNU'
  | 'ENCODAGE'
  | 'JSON_INVALIDE'
  | 'TROP_GRAND'
  | 'TROP_PROFOND'
  | 'ENTETE_TROP_GRANDE'
  | 'CLE_DOUBLE'
  | 'ENTETE_INVALIDE'
  | 'AUTRE_ORGANISME'
  | 'TOTAUX_FAUX'
  | 'CONTENU_DIFFERENT'

export interface DetailRefus {
  readonly chemin?: string
  readonly regle?: string
  readonly attendu?: string | number
  readonly lu?: string | number
}

export class RefusFlux extends Error {
  override readonly name = 'RefusFlux'

  constructor(
    readonly code: CodeRefusFlux,
    readonly detail: DetailRefus = {},
  ) {
    super(code)
  }
}
