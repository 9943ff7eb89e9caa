import { annee, type DateCivile } from '../rules/date/date-civile'
import type { Montant } from '../rules/montant/montant'
import { formatMontant, formatDateEnLettres as le } from './formats'
import type { LettreImpaye } from './impaye'

export interface RejetDit {
  readonly preleveLe: DateCivile
  readonly rejeteLe: DateCivile
  readonly montant: Montant
  readonly ibanFin: string
  /** What the bank says, and what it asks of the member; null when nothing. */
  readonly raison: string
  readonly aFaire: string | null
  /** The direct debit is lost, and all of this is due at once; null: it is kept. */
  readonly solde: Montant | null
  readonly fini: boolean
  readonly fraisALaCharge: boolean
}

interface Contact {
  readonly telephone: string
  readonly horaires: string
}

/** The letter after a debit that came back: what happened, what is owed and until when, how to pay, what follows. */
export function lettreRejet(
  r: RejetDit,
  { telephone, horaires }: Contact,
  numeroAdherent: string,
): LettreImpaye {
  const appel = `appelez-nous au ${telephone}, ${horaires}`
  return {
    objet: `Votre prélèvement du ${le(r.preleveLe)} est revenu impayé`,
    paragraphes: [
      'Madame, Monsieur,',
      `Le prélèvement de ${formatMontant(r.montant)} du ${le(r.preleveLe)}, sur le compte qui finit par ${r.ibanFin}, nous est revenu impayé le ${le(r.rejeteLe)}. La banque donne cette raison : « ${r.raison} »`,
      r.solde === null
        ? `Cette cotisation reste à payer : ${formatMontant(r.montant)}.`
        : `Votre règlement retire alors le prélèvement : nous ne prélèverons plus rien sur ce compte. Ce qui reste à payer de votre cotisation de ${annee(r.preleveLe)}, ${formatMontant(r.solde)}, est à payer tout de suite. Les années suivantes se paient par chèque.`,
      ...(r.fini && r.solde === null
        ? [
            'Le mandat de prélèvement que vous aviez signé a pris fin : nous ne l’utiliserons plus. Pour être prélevé à nouveau, signez-en un autre dans votre espace adhérent, à la page « Mon prélèvement ».',
          ]
        : []),
      ...(r.fraisALaCharge
        ? [
            'Les frais que la banque compte pour ce rejet sont à votre charge. Ils ne sont pas dans la somme ci-dessus : s’il y en a, nous vous en dirons le montant.',
          ]
        : []),
    ],
    suite: [
      ...(r.solde === null
        ? [r.aFaire ?? 'Nous cherchons la raison avec la banque : vous n’avez rien à faire pour l’instant.']
        : []),
      `Pour payer : envoyez-nous un chèque de ce montant avec votre numéro d’adhérent, ${numeroAdherent}, écrit au dos ; ou ${appel}. Si vous traversez une période difficile, dites-le-nous : nous chercherons une solution avec vous.`,
    ],
  }
}
