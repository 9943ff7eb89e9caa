import { annee, type DateCivile, laPlusProche, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import { PapierRefuse } from '../document/view'
import { periodeEnMots } from '../mes-cotisations/view'

/** One échéance settled. Negative: given back. */
export interface VersementLu {
  readonly du: DateCivile
  readonly au: DateCivile
  readonly le: DateCivile
  readonly montant: Montant
}

/** The last day an attestation of that year looks at. @throws {PapierRefuse} for a year to come. */
export function arreterAu(an: number, jour: DateCivile): DateCivile {
  if (an > annee(jour)) throw new PapierRefuse(`L’année ${an} n’a pas commencé : rien n’est encore payé.`)
  return laPlusProche(trenteEtUnDecembre(an), jour)
}

/** @throws {PapierRefuse} when nothing was paid: there is nothing to state. */
export function totaliser(an: number, versements: readonly VersementLu[]) {
  if (versements.length === 0)
    throw new PapierRefuse(
      `Aucune cotisation de ce contrat n’a été payée en ${an} : il n’y a rien à attester. Si vous avez payé cette année-là, appelez-nous, nous vérifierons avec vous.`,
    )
  return {
    versements: versements.map(({ du, au, le, montant }) => ({
      periode: montant < 0 ? 'Cotisation rendue' : periodeEnMots(du, au),
      le,
      montant,
    })),
    total: somme(versements.map(({ montant }) => montant)),
  }
}
