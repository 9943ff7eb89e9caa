import { electronicFormatIBAN, isSEPACountry, isValidBIC, isValidIBAN } from 'ibantools'
import { LIBELLES_PAIEMENT } from '@/lib/lexique/banque'
import { versEpc } from './alphabet'
import type { Controle } from './faute'
import { contientNir, estIcs, fauteIdentifiant, LONGUEUR_MAX } from './identifiants'
import type { Libelle, ObjetPaiement, Titulaire } from './lot'

const NOM_MAX = 70
const REFERENCE = /^[A-Z0-9][A-Z0-9.-]{0,19}$/
const PERIODE = /^[0-9]{4}-(0[1-9]|1[0-2])$/
/** 999,999,999.99 €: the largest amount of a SEPA operation. */
const MONTANT_MAX = 99_999_999_999

/** The narrower of the two forms ISO gives (pain.008.001.02): no O at the second place, no 0 or 1 at the first. */
const BIC = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/

/** Fields as they are written; a fault leaves an empty text and is noted. */
export interface TitulaireEcrit {
  readonly nom: string
  readonly iban: string
  readonly bic: string | null
}

export function ecrireIdentifiant(
  texte: string,
  champ: string,
  controle: Controle,
  max = LONGUEUR_MAX,
): string {
  const faute = fauteIdentifiant(texte, max)
  if (faute === null) return texte
  controle.noter(faute, champ)
  return ''
}

/** Cut after conversion. A name no letter of which is left would mean nothing to the bank. */
export function ecrireNom(texte: string, champ: string, controle: Controle): string {
  const nom = versEpc(texte)
    .slice(0, NOM_MAX)
    .replace(/[/ ]+$/, '')
  if (nom === '') controle.noter(texte.trim() === '' ? 'ABSENT' : 'ILLISIBLE', champ)
  else if (!/[A-Za-z0-9]/.test(nom)) controle.noter('ILLISIBLE', champ)
  return nom
}

export function ecrireIban(texte: string, champ: string, controle: Controle): string {
  const iban = electronicFormatIBAN(texte) ?? ''
  if (!isValidIBAN(iban)) controle.noter('IBAN', champ)
  else if (!isSEPACountry(iban.slice(0, 2))) controle.noter('HORS_SEPA', champ)
  else return iban
  return ''
}

export function ecrireTitulaire(t: Titulaire, champ: string, controle: Controle): TitulaireEcrit {
  const bic = t.bic ?? null
  if (bic !== null && !(BIC.test(bic) && isValidBIC(bic))) controle.noter('BIC', `${champ}.bic`)
  return {
    nom: ecrireNom(t.nom, `${champ}.nom`, controle),
    iban: ecrireIban(t.iban, `${champ}.iban`, controle),
    bic,
  }
}

export function ecrireIcs(ics: string, champ: string, controle: Controle): string {
  if (!estIcs(ics)) controle.noter('ICS', champ)
  return ics
}

export function verifierMontant(centimes: number, champ: string, controle: Controle): number {
  if (Number.isSafeInteger(centimes) && centimes >= 1 && centimes <= MONTANT_MAX) return centimes
  controle.noter('MONTANT', champ)
  return 0
}

const OBJETS: Readonly<Record<ObjetPaiement, string>> = {
  COTISATION: versEpc(LIBELLES_PAIEMENT.COTISATION),
  REMBOURSEMENT_SANTE: versEpc(LIBELLES_PAIEMENT.REMBOURSEMENT_SANTE),
  AVANCE_SANTE: versEpc(LIBELLES_PAIEMENT.AVANCE_SANTE),
  REMBOURSEMENT_COTISATION: versEpc(LIBELLES_PAIEMENT.REMBOURSEMENT_COTISATION),
  RECUPERATION: versEpc(LIBELLES_PAIEMENT.RECUPERATION),
  FACTURE_TIERS_PAYANT: versEpc(LIBELLES_PAIEMENT.FACTURE_TIERS_PAYANT),
}

/** « Cotisation 2026-10 ref. X1 »: made of a closed list and a reference, so nothing else can reach the bank. */
export function ecrireLibelle({ objet, periode, reference }: Libelle, controle: Controle): string {
  if (!REFERENCE.test(reference)) controle.noter('ALPHABET', 'libelle.reference')
  else if (contientNir(reference)) controle.noter('DONNEE_PERSONNELLE', 'libelle.reference')
  if (periode !== undefined && !PERIODE.test(periode)) controle.noter('PERIODE', 'libelle.periode')
  const mots = periode === undefined ? OBJETS[objet] : `${OBJETS[objet]} ${periode}`
  return `${mots} ref. ${reference}`
}
