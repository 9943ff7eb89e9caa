import { EtatVide } from '@/components/ui/etat-vide'
import { Montant } from '@/components/ui/montant'
import type { SuiviView } from '@/lib/services/suivi-cotisations/view'

/** The month in four sums, then what somebody has to look at. */
export function Suivi({ vue }: { readonly vue: SuiviView }) {
  return (
    <div className="space-y-10">
      <section aria-labelledby="titre-mois">
        <h2 id="titre-mois" className="text-xl first-letter:uppercase">
          {vue.mois}
        </h2>
        <dl className="mt-3 grid max-w-3xl grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] gap-x-10 gap-y-3">
          {vue.chiffres.map(({ libelle, montant }) => (
            <div key={libelle} className="flex flex-wrap justify-between gap-x-6 border-b border-filet pb-2">
              <dt>{libelle}</dt>
              <dd>
                <Montant valeur={montant} fort />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="titre-impayes">
        <h2 id="titre-impayes" className="text-xl">
          Cotisations en retard
        </h2>
        {vue.impayes.length === 0 ? (
          <EtatVide titre="Aucune cotisation en retard">
            <p>Tout ce qui était dû est payé, ou en cours de prélèvement.</p>
          </EtatVide>
        ) : (
          <ul className="mt-3 space-y-5">
            {vue.impayes.map(({ id, adhesionId, qui, montant, phrase }) => (
              <li key={id} className="border-l-4 border-erreur py-1 pl-5">
                <p className="flex flex-wrap items-baseline justify-between gap-x-6 font-semibold">
                  <a
                    href={`/gestion/cotisations/${adhesionId}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    {qui}
                  </a>
                  <Montant valeur={montant} />
                </p>
                <p className="max-w-texte">{phrase}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      {vue.aRegler.length === 0 ? null : (
        <section aria-labelledby="titre-a-regler">
          <h2 id="titre-a-regler" className="text-xl">
            Contrats à compléter
          </h2>
          <ul className="mt-3 space-y-3">
            {vue.aRegler.map(({ cle, adhesionId, qui, raison }) => (
              <li key={cle} className="border-l-4 border-a-faire py-1 pl-5">
                <a href={`/gestion/cotisations/${adhesionId}`} className="inline-flex min-h-11 items-center">
                  {qui}
                </a>
                <p className="max-w-texte">{raison}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
