import { Montant } from '@/components/ui/montant'
import type { EcheanceView } from '@/lib/services/mes-cotisations/view'
import { EtatEcheance } from './etat-echeance'

interface Props {
  readonly titre: string
  readonly echeances: readonly EcheanceView[]
}

/** The payments of a year, each with what it pays and where it is. */
export function Calendrier({ titre, echeances }: Props) {
  return (
    <table className="w-full max-w-3xl text-left">
      <caption className="sr-only">{titre}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col" className="py-2 pr-4">
            Période
          </th>
          <th scope="col" className="py-2 pr-4">
            Où en est le paiement
          </th>
          <th scope="col" className="py-2 text-right">
            Montant
          </th>
        </tr>
      </thead>
      <tbody>
        {echeances.map(({ id, periode, montant, etat }) => (
          <tr key={id} className="border-t border-filet max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:py-2">
            <th scope="row" className="py-2 pr-4 font-normal max-sm:py-0">
              {periode}
            </th>
            <td className="py-2 pr-4 max-sm:order-3 max-sm:col-span-2 max-sm:py-0">
              <EtatEcheance etat={etat} />
            </td>
            <td className="py-2 text-right max-sm:py-0">
              <Montant valeur={montant} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
