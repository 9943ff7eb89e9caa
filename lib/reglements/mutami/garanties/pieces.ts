import type { Piece } from '@/lib/rules/remboursement/table'

/** Annexe 1, l. 1116 à 1133 : la facture acquittée, et parfois l'ordonnance. */
export const FACTURE: readonly Piece[] = ['FACTURE']
export const FACTURE_ET_ORDONNANCE: readonly Piece[] = ['FACTURE', 'ORDONNANCE']
export const ACTE_DE_NAISSANCE: readonly Piece[] = ['ACTE_DE_NAISSANCE']
