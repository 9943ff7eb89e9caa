import { Pourquoi } from '@/components/decision/pourquoi'
import { Montant } from '@/components/ui/montant'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { AvanceView } from '@/lib/services/avance-sante/view'

/** What was lent to a contract, and what is left to give back, month after month. */
export function Avances({ avances }: { readonly avances: readonly AvanceView[] }) {
  if (avances.length === 0) return null
  return (
    <section aria-labelledby="titre-avances" className="mt-12">
      <h2 id="titre-avances" className="text-xl">
        Mes avances santé
      </h2>
      <ul className="mt-4 space-y-8">
        {avances.map((avance) => (
          <li key={avance.id} data-fonde="" className="max-w-texte border-l-4 border-filet pl-5">
            <p className="font-semibold">
              <Montant valeur={avance.montant} /> pour {avance.qui}
            </p>
            <p>{avance.phrase}</p>
            {avance.mensualites.length === 0 ? null : (
              <ol className="mt-2 divide-y divide-filet">
                {avance.mensualites.map(({ le, montant, rendue }) => (
                  <li key={le} className="flex flex-wrap justify-between gap-x-6 py-1">
                    <span>{formatDateEnLettres(le)}</span>
                    <span>
                      <Montant valeur={montant} />
                      {rendue ? <span className="text-encre-douce"> rendue</span> : null}
                    </span>
                  </li>
                ))}
              </ol>
            )}
            <Pourquoi
              question="Pourquoi cette avance, et comment la rendre ?"
              sujet={`pour ${avance.qui}`}
              etapes={avance.etapes}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
