import type { ErreurChamp } from '@/lib/formulaire/etat'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterAnnees, type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'

/** What an address of « mes droits au … » asks: a day, and nothing of whose. */
export interface DemandeDroits {
  /** The day to look at; today when the one asked makes no sense. */
  readonly au: DateCivile
  readonly saisie: string
  readonly erreurs: readonly ErreurChamp[]
}

/** Years after which nobody can say what the rules will be. */
const HORIZON_ANNEES = 3

/** @param connuDepuis first day of which any of the reader's règlements is known; null: they have no contract. */
export function lireDemandeDroits(
  brut: string | undefined,
  jour: DateCivile,
  connuDepuis: DateCivile | null,
): DemandeDroits {
  const saisie = brut?.trim().slice(0, 40) ?? jour
  const refuser = (message: string): DemandeDroits => ({
    au: jour,
    saisie,
    erreurs: [{ champ: 'au', message }],
  })
  if (saisie === '') return refuser('Choisissez un jour.')
  if (!estDateCivile(saisie)) return refuser('Cette date n’existe pas. Choisissez un jour du calendrier.')
  const horizon = ajouterAnnees(jour, HORIZON_ANNEES)
  if (saisie > horizon)
    return refuser(
      `Choisissez un jour avant le ${formatDateEnLettres(horizon)} : au-delà, les règles peuvent avoir changé.`,
    )
  if (connuDepuis !== null && saisie < connuDepuis)
    return refuser(
      `Choisissez un jour à partir du ${formatDateEnLettres(connuDepuis)} : avant, les règles de votre contrat ne sont pas connues de ce portail.`,
    )
  return { au: saisie, saisie, erreurs: [] }
}
