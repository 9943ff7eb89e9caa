import type { MoisView } from '@/lib/services/remboursement/view'
import { Ligne, TetesDeColonnes } from './ligne'

/** The lines month by month, most recent first. */
export function ListeParMois({ mois }: { readonly mois: readonly MoisView[] }) {
  return mois.map(({ cle, titre, lignes }) => (
    <section key={cle} aria-labelledby={`mois-${cle}`} className="mt-10">
      <h2 id={`mois-${cle}`} className="mb-2 text-xl first-letter:uppercase">
        {titre}
      </h2>
      <TetesDeColonnes />
      <ul className="divide-y divide-filet border-b border-filet max-lg:border-t">
        {lignes.map((ligne) => (
          <li key={ligne.id}>
            <Ligne ligne={ligne} />
          </li>
        ))}
      </ul>
    </section>
  ))
}
