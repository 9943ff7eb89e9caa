/** What the IBAN of an account is sealed for: the ciphertext moved to another row does not open. */
export const contexteIban = (compteBancaireId: string): string => `comptes_bancaires:${compteBancaireId}`
