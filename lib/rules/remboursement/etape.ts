import { type ArticleId, type Donnee, type Motif, motif } from '../decision/motif'

/** Les motifs d'un remboursement. Chacun a sa phrase dans le lexique, l'un ne va pas sans l'autre. */
export const CODES_ETAPE = [
  'AGE_NON_COUVERT',
  'AMO_DECOMPTE',
  'AMO_FRANCHISE',
  'AMO_HORS_PARCOURS',
  'AMO_PARTICIPATION',
  'AMO_TAUX',
  'AUTRES_REMBOURSEMENTS',
  'DELAI_ATTENTE',
  'DEPASSEMENT_EXCLU',
  'DEPASSEMENT_NON_COUVERT',
  'DROITS_NON_OUVERTS',
  'ELEMENT',
  'GARANTIE_ELEMENT',
  'GARANTIE_FORFAIT',
  'GARANTIE_FRAIS_REELS',
  'GARANTIE_INTEGRALE',
  'GARANTIE_POURCENTAGE',
  'GARANTIE_POURCENTAGE_FRAIS',
  'GARANTIE_PRIME',
  'GARANTIE_TOTALE',
  'GARANTIE_UNITAIRE',
  'LECTURE_DOUTEUSE',
  'LIMITE_APPAREIL',
  'LIMITE_DEPASSEMENT_DPTAM',
  'LIMITE_EQUIPEMENT',
  'LIMITE_FRAIS_REELS',
  'LIMITE_JOURS',
  'LIMITE_MONTURE',
  'LIMITE_PLAFOND',
  'LIMITE_PLAFOND_ATTEINT',
  'LIMITE_PLAFOND_DEPASSEMENTS',
  'LIMITE_PRIX',
  'LIMITE_SEANCES',
  'MAJORATION_OPTIQUE',
  'MONTANTS_DE_DEMONSTRATION',
  'NON_GARANTI',
  'PARAMETRE_INCERTAIN',
  'PART_MUTUELLE',
  'PIECE_FACTURE',
  'PIECE_ORDONNANCE',
  'PRIME_HORS_DELAI',
  'REGIME_LOCAL',
  'RENOUVELLEMENT_TROP_TOT',
  'RESTE_A_CHARGE',
  'TABLEAU_APPLICABLE',
  'TICKET_MODERATEUR',
] as const

export type CodeEtape = (typeof CODES_ETAPE)[number]

/** Une étape du calcul, avec ses chiffres. */
export const etape = (code: CodeEtape, article: ArticleId, donnees: Record<string, Donnee> = {}): Motif =>
  motif(code, article, donnees)
