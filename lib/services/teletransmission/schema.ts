/** What the Assurance maladie answers of a person, and why when it is no. Codes of the house: NOEMIE's own are not public. */
export const CODES_TELETRANSMISSION = [
  'AUTRE_MUTUELLE',
  'NUMERO_INCONNU',
  'IDENTITE_DIFFERENTE',
  'AUTRE_REGIME',
  'DROITS_FERMES',
  'CAISSE_CHANGEE',
] as const
export type CodeTeletransmission = (typeof CODES_TELETRANSMISSION)[number]
