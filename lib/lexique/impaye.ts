import { type DateCivile, laPlusProche } from '../rules/date/date-civile'
import { type Montant, somme } from '../rules/montant/montant'
import { formatMontant, formatDateEnLettres as le } from './formats'

/** Courriers et phrases d'une cotisation impayée. Une personne de 70 ans les lit : ce qui manque, jusqu'à quand payer, ce qui suit. */
export interface CotisationDue {
  readonly exigibleLe: DateCivile
  readonly montant: Montant
}

export interface LettreImpaye {
  readonly objet: string
  readonly paragraphes: readonly string[]
  readonly suite: readonly string[]
}

interface Contact {
  readonly telephone: string
  readonly horaires: string
}

const BONJOUR = 'Madame, Monsieur,'

const total = (dues: readonly CotisationDue[]): Montant => somme(dues.map((d) => d.montant))

export const direDues = (dues: readonly CotisationDue[]): string =>
  dues.map((d) => `${formatMontant(d.montant)} à payer le ${le(d.exigibleLe)}`).join(' ; ')

export const commentPayer = ({ telephone, horaires }: Contact, numeroAdherent: string): string =>
  `Pour payer : appelez-nous au ${telephone}, ${horaires}. Nous conviendrons avec vous d’un virement ou d’un nouveau prélèvement. Rappelez votre numéro d’adhérent, ${numeroAdherent}.`

const DIFFICULTE =
  'Si vous traversez une période difficile, dites-le-nous avant ces dates : nous chercherons une solution avec vous. Si vous avez payé ces derniers jours, ne tenez pas compte de ce courrier.'

/** Une seule somme se dit une fois. */
const direTotal = (dues: readonly CotisationDue[]): string =>
  dues.length === 1 ? '' : ` Cela fait ${formatMontant(total(dues))}.`

const plusTot = (dates: readonly (DateCivile | null)[]): DateCivile | null => {
  const connues = dates.filter((d) => d !== null)
  return connues.length === 0 ? null : connues.reduce(laPlusProche)
}

export interface MiseEnDemeure extends CotisationDue {
  readonly suspensionLe: DateCivile | null
  readonly resiliationLe: DateCivile | null
  readonly frais: Montant | null
}

export function lettreMiseEnDemeure(
  dues: readonly MiseEnDemeure[],
  jour: DateCivile,
  contact: Contact,
  numeroAdherent: string,
): LettreImpaye {
  const suspension = plusTot(dues.map((d) => d.suspensionLe))
  const resiliation = plusTot(dues.map((d) => d.resiliationLe))
  const frais = dues.flatMap((d) => d.frais ?? [])
  return {
    objet: 'Cotisation impayée : mise en demeure de payer',
    paragraphes: [
      BONJOUR,
      `Au ${le(jour)}, nous n’avons pas reçu ${dues.length === 1 ? 'cette cotisation' : 'ces cotisations'} : ${direDues(dues)}.${direTotal(dues)}`,
      'Ce courrier est une mise en demeure : nous vous demandons de payer cette somme.',
      ...(frais.length === 0
        ? []
        : [
            `Des frais de recouvrement s’y ajoutent, d’un mois de cotisation : ${formatMontant(somme(frais))}.`,
          ]),
      ...(suspension === null
        ? []
        : [
            `Sans paiement, vos garanties seront suspendues à partir du ${le(suspension)}. Les soins reçus pendant une suspension ne sont pas remboursés, même si la cotisation est payée ensuite.`,
          ]),
      ...(resiliation === null
        ? []
        : [
            `À partir du ${le(resiliation)}, le défaut de paiement peut entraîner la résiliation de votre contrat.`,
          ]),
    ],
    suite: [commentPayer(contact, numeroAdherent), DIFFICULTE],
  }
}

export function lettreSuspension(
  dues: readonly CotisationDue[],
  { du, au, resiliationLe }: { du: DateCivile; au: DateCivile | null; resiliationLe: DateCivile | null },
  contact: Contact,
  numeroAdherent: string,
): LettreImpaye {
  return {
    objet: 'Vos garanties sont suspendues',
    paragraphes: [
      BONJOUR,
      `Malgré notre mise en demeure, nous n’avons pas reçu : ${direDues(dues)}.${direTotal(dues)}`,
      `Vos garanties, et celles des personnes couvertes par votre contrat, sont suspendues à partir du ${le(du)}${au === null ? '' : `, au plus tard jusqu’au ${le(au)}`}. Les soins reçus pendant ce temps ne sont pas remboursés, même si la cotisation est payée ensuite. Ceux d’avant le restent.`,
      'Pendant la suspension, votre carte de tiers payant et vos attestations ne sont pas valables.',
      'Les garanties reprennent à midi, le lendemain du jour où toutes les cotisations en retard sont payées, y compris celles qui arrivent à échéance pendant la suspension.',
      ...(resiliationLe === null
        ? []
        : [
            `À partir du ${le(resiliationLe)}, sans paiement, nous pouvons mettre fin à votre contrat. Cette décision n’est jamais automatique.`,
          ]),
    ],
    suite: [commentPayer(contact, numeroAdherent), DIFFICULTE],
  }
}

export const lettreReprise = (payeLe: DateCivile, reprise: DateCivile): LettreImpaye => ({
  objet: 'Vos garanties reprennent',
  paragraphes: [
    BONJOUR,
    `Les cotisations en retard ont été payées le ${le(payeLe)}. Merci.`,
    `Vos garanties reprennent le ${le(reprise)} à midi. Votre carte de tiers payant est de nouveau valable.`,
    'Elles reprennent pour l’avenir : les soins reçus pendant la suspension ne sont pas remboursés.',
  ],
  suite: [],
})

export const lettreSansSuspension = (payeLe: DateCivile): LettreImpaye => ({
  objet: 'La suspension de vos garanties est annulée',
  paragraphes: [
    BONJOUR,
    `Votre paiement du ${le(payeLe)} nous est parvenu après notre courrier de suspension, mais il l’a précédée : vos garanties n’ont jamais été suspendues. Veuillez nous excuser.`,
  ],
  suite: ['Un soin vous a été refusé pour ce motif ? Appelez-nous : nous le reprendrons.'],
})

export const lettreResiliation = (
  dues: readonly CotisationDue[],
  fin: DateCivile,
  contact: Contact,
  numeroAdherent: string,
): LettreImpaye => ({
  objet: 'Votre contrat est résilié pour cotisation impayée',
  paragraphes: [
    BONJOUR,
    `Nous n’avons pas reçu : ${direDues(dues)}. Le délai de la mise en demeure est passé.`,
    `Nous mettons fin à votre contrat. Son dernier jour est le ${le(fin)}, pour vous et pour les personnes qu’il couvre. Les soins reçus après ce jour ne sont pas pris en charge.`,
    `La somme de ${formatMontant(total(dues))} reste à payer. Votre carte de tiers payant ne doit plus servir.`,
  ],
  suite: [
    commentPayer(contact, numeroAdherent),
    'Vous contestez cette décision ? Vous pouvez nous adresser une réclamation.',
  ],
})

export const ETAPES_IMPAYE = {
  CONSTATE: 'Constaté',
  MIS_EN_DEMEURE: 'Mise en demeure envoyée',
  SUSPENDU: 'Garanties suspendues',
  RESILIE: 'Contrat résilié',
  REGULARISE: 'Régularisé',
} as const

export const DEPARTS_IMPAYE = {
  MIS_EN_DEMEURE: 'La mise en demeure partira',
  SUSPENDU: 'Les garanties seront suspendues',
} as const

/** Pourquoi rien ne part tout seul. */
export const A_LA_MAIN = {
  SANS_REGLE:
    'Le règlement de ce contrat ne dit rien du non-paiement : aucun courrier ne part tout seul. À voir avec la personne.',
  EMPLOYEUR:
    'Cette cotisation est retenue par l’employeur : c’est à lui que s’adresse une mise en demeure. Aucun courrier ne part tout seul.',
} as const

export const RETENUS_IMPAYE = {
  MIS_EN_DEMEURE: 'La mise en demeure est retenue',
  SUSPENDU: 'La suspension des garanties est retenue',
} as const
