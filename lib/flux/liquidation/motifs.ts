import { type ArticleId, type Donnee, type Motif, motif } from '@/lib/rules/decision/motif'

/** Grounds that the liquidation adds to those of the rules. Each has its sentence in lib/lexique/motifs/liquidation. */
export const CODES_LIQUIDATION = [
  'ACTE_NON_RATTACHE',
  'ADHESIONS_MULTIPLES',
  'ANNULATION_DE_LIGNE',
  'CALCUL_IMPOSSIBLE',
  'DROITS_AVANT_EFFET',
  'DROITS_APRES_FIN',
  'DROITS_ABSENTS',
  'FORFAIT_RECALCULE',
  'FORMULE_ABSENTE',
  'GARANTIES_INCONNUES',
  'GARANTIES_SUSPENDUES',
  'HORS_CONVENTION',
  'LIGNE_REJETEE',
  'NAISSANCE_INCERTAINE',
  'ORIGINE_NON_ANNULEE',
  'POUR_INFORMATION',
  'REPRISE_POUR_RECALCUL',
  'SURCOMPLEMENTAIRE',
  'VERIFICATION_AJUSTEE',
  'VERIFICATION_PAYEE',
  'VERIFICATION_REFUSEE',
] as const

export type CodeLiquidation = (typeof CODES_LIQUIDATION)[number]

export const constat = (
  code: CodeLiquidation,
  article: ArticleId,
  donnees: Record<string, Donnee> = {},
): Motif => motif(code, article, donnees)
