import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, oppose } from '@/lib/rules/montant/montant'
import { formatDateEnLettres, formatMontant } from './formats'

/** Why something is not shown, where it would have been. */
export const phraseReserve = (
  prenom: string,
  depuis: DateCivile | null,
  retireLe: DateCivile | null,
): string =>
  [
    depuis === null
      ? `Le détail des soins de ${prenom} n’est visible que dans son propre espace.`
      : `Depuis ses 16 ans, le ${formatDateEnLettres(depuis)}, le détail des soins de ${prenom} n’est visible que dans son propre espace. Les soins reçus avant ce jour restent ici.`,
    retireLe === null
      ? 'Vous le verrez si elle ou il vous donne son accord.'
      : `L’accord qui vous était donné a été retiré le ${formatDateEnLettres(retireLe)}.`,
  ].join(' ')

export const phraseVersementReserve = (montant: Montant, payeeLe: DateCivile, prenom: string): string =>
  montant < 0
    ? `${formatMontant(oppose(montant))} repris le ${formatDateEnLettres(payeeLe)} pour les soins de ${prenom}`
    : `${formatMontant(montant)} versés le ${formatDateEnLettres(payeeLe)} pour les soins de ${prenom}`

/** Where a calculation would tell what somebody has already used. */
export const SIMULATION_RESERVEE =
  'Le calcul dépend des soins déjà reçus, que cette personne est seule à voir : faites la simulation depuis son espace, ou demandez-lui son accord.'
