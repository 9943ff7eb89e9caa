import {
  electronicFormatIBAN,
  isSEPACountry,
  isValidBIC,
  ValidationErrorsIBAN,
  validateIBAN,
} from 'ibantools'
import { validate as validerNir } from 'stdnum/lib/cjs/fr/nir.js'
import { validate as validerSiren } from 'stdnum/lib/cjs/fr/siren.js'
import { validate as validerSiret } from 'stdnum/lib/cjs/fr/siret.js'
import { z } from 'zod'

/** What people put between the characters of a number they copy. */
const serrer = (texte: string): string =>
  texte
    .normalize('NFKC')
    .replace(/[\s.\-/]/gu, '')
    .toUpperCase()

/** Luhn: from the right, one digit in two counts double. */
export function estLuhn(chiffres: string): boolean {
  const somme = [...chiffres].reverse().reduce((total, c, i) => {
    const valeur = Number(c) * (i % 2 === 0 ? 1 : 2)
    return total + (valeur > 9 ? valeur - 9 : valeur)
  }, 0)
  return /^[0-9]+$/.test(chiffres) && somme % 10 === 0
}

/** 11 digits beginning with 1, the last one a Luhn key. */
export const estRpps = (numero: string): boolean => /^1[0-9]{10}$/.test(numero) && estLuhn(numero)

/** 9 characters, the last one a Luhn key; the A and B of Corsica count 1 and 2. */
export function estFiness(numero: string): boolean {
  return /^(?:[0-9]{2}|2[AB])[0-9]{7}$/.test(numero) && estLuhn(numero.replace('A', '1').replace('B', '2'))
}

/** 1 and 2; 3 and 4 while a foreigner's number is being made; 7 and 8, temporary. Thirteen characters and the key. */
export const estNirAvecCle = (numero: string): boolean =>
  /^[1-478]/.test(numero) && validerNir(numero).isValid

export const estSiret = (numero: string): boolean =>
  /^[0-9]{14}$/.test(numero) && validerSiret(numero).isValid
export const estSiren = (numero: string): boolean => /^[0-9]{9}$/.test(numero) && validerSiren(numero).isValid

const IBAN_VIDE = 'Indiquez l’IBAN, tel qu’il est écrit sur le RIB : FR76 suivi de 23 caractères.'

/** The sentence that says what is wrong with an IBAN; null when nothing is. */
export function fauteIban(iban: string): string | null {
  const { valid, errorCodes } = validateIBAN(iban)
  const faute = (code: ValidationErrorsIBAN): boolean => errorCodes.includes(code)
  if (iban === '' || faute(ValidationErrorsIBAN.NoIBANProvided)) return IBAN_VIDE
  if (faute(ValidationErrorsIBAN.NoIBANCountry)) {
    return 'Un IBAN commence par les deux lettres du pays, FR pour la France.'
  }
  if (faute(ValidationErrorsIBAN.WrongBBANLength)) {
    return iban.startsWith('FR')
      ? `Un IBAN français a 27 caractères ; celui-ci en a ${iban.length}.`
      : 'Cet IBAN n’a pas la longueur de ceux de son pays.'
  }
  if (!valid) return 'Cet IBAN contient une erreur de recopie : comparez-le au RIB, caractère par caractère.'
  return isSEPACountry(iban.slice(0, 2))
    ? null
    : 'Ce compte n’est pas tenu dans la zone SEPA : indiquez un autre compte.'
}

/** IBAN of the SEPA area, its French RIB key included, without spaces. `demande`: the sentence shown when it is missing. */
export const champIban = (demande = IBAN_VIDE) =>
  z.string({ error: demande }).transform((texte, ctx) => {
    const iban = electronicFormatIBAN(texte.normalize('NFKC')) ?? ''
    const message = iban === '' ? demande : fauteIban(iban)
    if (message === null) return iban
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const champNumero = (est: (numero: string) => boolean, message: string) =>
  z.string({ error: message }).transform((texte, ctx) => {
    const numero = serrer(texte)
    if (est(numero)) return numero
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** Neither a 0 or 1 nor an O in the place of the location: those are test or passive addresses, refused in a payment. */
const BIC = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/
export const estBic = (bic: string): boolean => BIC.test(bic) && isValidBIC(bic)

export const champBic = () =>
  champNumero(estBic, 'Indiquez le BIC de la banque : 8 ou 11 caractères, par exemple PSSTFRPPXXX.')
export const champSiret = () =>
  champNumero(estSiret, 'Indiquez le SIRET de l’établissement : 14 chiffres, sans erreur de recopie.')
export const champNir = () =>
  champNumero(
    estNirAvecCle,
    'Indiquez le numéro de sécurité sociale avec sa clé : 15 caractères, comme sur l’attestation de droits.',
  )
export const champRpps = () =>
  champNumero(estRpps, 'Indiquez le numéro RPPS : 11 chiffres commençant par 1, sans erreur de recopie.')
export const champFiness = () =>
  champNumero(estFiness, 'Indiquez le numéro FINESS : 9 caractères, sans erreur de recopie.')
