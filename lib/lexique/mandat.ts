import type { DateCivile } from '../rules/date/date-civile'
import { expliquerMotifBancaire } from './banque'
import { formatMontant, formatDateEnLettres as le } from './formats'

/** Sentences of the direct debit: signing for it, leaving it. A person of 70 reads them before they press. */
export const SAISIE_MANDAT = {
  RYTHME: 'Choisissez à quel rythme vous voulez payer.',
  JOUR: 'Choisissez le jour du prélèvement : le 6, le 15 ou le 28.',
  DATE: 'Indiquez le jour de la signature écrit sur le mandat.',
  TITULAIRE: 'Indiquez le nom du titulaire du compte, tel qu’il est écrit sur le RIB.',
  LIEU: 'Indiquez la commune où vous signez.',
  ACCORD: 'Cochez la case pour signer le mandat.',
  ACCORD_REVOCATION: 'Cochez la case pour confirmer l’arrêt du prélèvement.',
} as const

export const REFUS_MANDAT = {
  INTROUVABLE: 'Ce contrat n’est pas dans votre espace : rien n’a été fait.',
  FINI: 'Ce contrat a pris fin : il n’y a plus de cotisation à prélever.',
  FUTUR: 'Un mandat ne peut pas être signé un jour à venir.',
  PERDU:
    'Un prélèvement est revenu faute de provision, et votre règlement retire alors ce moyen de paiement : rien n’a été signé. Appelez-nous pour convenir de la suite.',
  ECHEANCIER:
    'Vos paiements n’ont pas pu être recalculés : rien n’a été enregistré. Appelez-nous, nous ferons ce changement avec vous.',
} as const

/** What the page says once it is done. */
export const FAIT_MANDAT = {
  signe:
    'C’est fait : votre mandat est signé, et vos prochains paiements sont à jour sur la page « Mes cotisations ».',
  revoque:
    'C’est fait : votre mandat est révoqué. Un courrier vous le confirme dans vos documents, et vos prochains paiements sont à jour sur la page « Mes cotisations ».',
} as const

/** The same, for staff. */
export const FAIT_EQUIPE = {
  SIGNE: (rum: string) =>
    `Mandat enregistré sous la référence ${rum}. L’adhérent en est averti, son échéancier est à jour.`,
  CHANGE: (rum: string) => `Jour et rythme changés ; le mandat ${rum} reste le même.`,
  INCHANGE: (rum: string) => `Rien à changer : le mandat ${rum} est déjà en vigueur ainsi.`,
  REVOQUE: (_rum: string) => 'Mandat révoqué. Un courrier dit à l’adhérent comment payer la suite.',
  DEJA: (_rum: string) => 'Ce contrat n’a plus de mandat en vigueur : rien n’a été fait.',
} as const

/** Why a mandate is no longer in force. */
export function direFin(fin: string | null, revoqueLe: DateCivile): string {
  const jour = `le ${le(revoqueLe)}`
  if (fin === null || fin === 'REVOCATION') return `Révoqué ${jour}.`
  if (fin === 'REMPLACEMENT') return `Remplacé par un autre ${jour}.`
  return `Arrêté ${jour} : ${minuscule(expliquerMotifBancaire(fin).phrase)}`
}

const minuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1)

export interface PrelevementParti {
  readonly montant: number
  readonly executionLe: DateCivile
}

/** Its file is at the bank: nothing stops it any more. */
export const direParti = ({ montant, executionLe }: PrelevementParti): string =>
  `Un prélèvement de ${formatMontant(montant)} est déjà parti à la banque : il aura lieu le ${le(executionLe)}.`

/** The letter that confirms the end of the direct debit. */
export function lettreSansPrelevement(
  revoqueLe: DateCivile,
  { rum, partis, cheque }: { rum: string; partis: readonly PrelevementParti[]; cheque: boolean },
  { telephone, horaires }: { telephone: string; horaires: string },
) {
  return {
    objet: 'Votre mandat de prélèvement est révoqué',
    paragraphes: [
      'Madame, Monsieur,',
      `Votre mandat de prélèvement SEPA ${rum} est révoqué depuis le ${le(revoqueLe)} : nous ne demanderons plus rien à votre banque avec ce mandat.`,
      ...partis.map(direParti),
    ],
    suite: [
      cheque
        ? 'Vos prochains paiements, leur montant et leur date sont dans votre espace, à la page « Mes cotisations ».'
        : 'Votre règlement ne dit pas comment payer autrement que par prélèvement.',
      `Une question ? Appelez-nous au ${telephone}, ${horaires}.`,
    ],
  }
}
