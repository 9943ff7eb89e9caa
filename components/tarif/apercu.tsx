import { Montant } from '@/components/ui/montant'
import type { ApercuTarif } from '@/lib/services/tarif/view'

/** What a grid changes on the contracts that there are. */
export function Apercu({ apercu }: { readonly apercu: ApercuTarif }) {
  const { contrats, avant, apres, nouveaux, exemples, impossibles } = apercu
  if (contrats === 0 && impossibles.length === 0)
    return <p className="max-w-texte">Aucun contrat n’a cette formule cette année-là.</p>
  return (
    <div className="space-y-4">
      <p className="max-w-texte">
        {contrats === 1 ? '1 contrat est concerné.' : `${contrats} contrats sont concernés.`} Pour l’année,
        leur total passe de <Montant valeur={avant} fort /> à <Montant valeur={apres} fort />.
        {nouveaux === 0 ? null : ` ${nouveaux} n’avaient encore aucun tarif.`}
      </p>
      {exemples.length === 0 ? null : (
        <table className="w-full max-w-2xl text-left">
          <caption className="text-left font-semibold">
            Exemples : le moins cher, le médian, le plus cher
          </caption>
          <thead>
            <tr>
              <th scope="col" className="py-2 pr-4">
                Adhérent
              </th>
              <th scope="col" className="py-2 pr-4 text-right">
                Avant
              </th>
              <th scope="col" className="py-2 text-right">
                Après
              </th>
            </tr>
          </thead>
          <tbody>
            {exemples.map(({ numeroAdherent, avant: ancien, apres: nouveau }) => (
              <tr key={numeroAdherent} className="border-t border-filet">
                <th scope="row" className="py-2 pr-4 font-normal">
                  {numeroAdherent}
                </th>
                <td className="py-2 pr-4 text-right">
                  {ancien === null ? 'pas de tarif' : <Montant valeur={ancien} />}
                </td>
                <td className="py-2 text-right">
                  <Montant valeur={nouveau} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {impossibles.length === 0 ? null : (
        <ul className="space-y-1">
          {impossibles.map(({ numeroAdherent, raison }) => (
            <li key={numeroAdherent}>
              Adhérent {numeroAdherent} : {raison}.
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
