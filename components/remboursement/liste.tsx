import type { MoisView } from '@/lib/services/remboursement/view'
import { Ligne, TetesDeColonnes } from './ligne'

/** The lines month by month, most recent first, under one row of column heads. */
export function ListeParMois({ mois }: { readonly mois: readonly MoisView[] }) {
  return (
    <div id="soins-expliques">
      <TetesDeColonnes />
      {mois.map(({ cle, titre, lignes }) => (
        <section key={cle} aria-labelledby={`mois-${cle}`} className="mt-8">
          <h2 id={`mois-${cle}`} className="mb-1 text-lg first-letter:uppercase">
            {titre}
          </h2>
          <ul className="divide-y divide-filet border-y border-filet">
            {lignes.map((ligne) => (
              <li key={ligne.id}>
                <Ligne ligne={ligne} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
