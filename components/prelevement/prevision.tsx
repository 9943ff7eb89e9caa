import { Montant } from '@/components/ui/montant'
import type { Prevision as PrevisionVue } from '@/lib/services/mode-paiement/view'

interface Props {
  readonly titre: string
  readonly prevision: PrevisionVue | null
  readonly preleve: boolean
}

/** What is still to pay this year and when, said before anything is pressed. */
export function Prevision({ titre, prevision, preleve }: Props) {
  return (
    <section aria-labelledby="titre-prevision" data-fonde="lien">
      <h2 id="titre-prevision" className="text-xl">
        {titre}
      </h2>
      {prevision === null ? (
        <p className="mt-2 max-w-texte">
          Votre échéancier n’est pas encore calculé : les dates et les montants seront sur la page « Mes
          cotisations » avant le premier paiement.
        </p>
      ) : prevision.paiements.length === 0 ? (
        <p className="mt-2 max-w-texte">Il ne reste rien à payer pour {prevision.annee}.</p>
      ) : (
        <>
          <p className="mt-1 mb-3 max-w-texte text-encre-douce">
            Il reste <Montant valeur={prevision.total} /> à payer pour {prevision.annee}.
          </p>
          <table className="w-full max-w-2xl text-left">
            <thead>
              <tr>
                <th scope="col" className="py-2 pr-4">
                  {preleve ? 'Prélèvement' : 'Chèque à nous envoyer'}
                </th>
                <th scope="col" className="py-2 text-right">
                  Montant
                </th>
              </tr>
            </thead>
            <tbody>
              {prevision.paiements.map(({ cle, le, decale, montant }) => (
                <tr key={cle} className="border-t border-filet">
                  <th scope="row" className="py-2 pr-4 font-normal">
                    {le}
                    {decale === null ? null : (
                      <span className="block text-sm text-encre-douce">
                        Les banques sont fermées le {decale}.
                      </span>
                    )}
                  </th>
                  <td className="py-2 text-right align-top">
                    <Montant valeur={montant} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href="/adherent/cotisations" data-vers-motifs="" className="inline-flex min-h-11 items-center">
              Pourquoi ce montant : le calcul de ma cotisation
            </a>
          </p>
        </>
      )}
    </section>
  )
}
