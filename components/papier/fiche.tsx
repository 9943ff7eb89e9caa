import type { LigneFiche } from '@/lib/papiers/papier'
import { Lignes } from './lignes'

/** Labels and their values. */
export function Fiche({ lignes }: { readonly lignes: readonly LigneFiche[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 bg-action-pale px-5 py-4 sm:grid-cols-[minmax(9rem,auto)_minmax(0,1fr)] print:break-inside-avoid">
      {lignes.map(({ libelle, valeur, fort }) => (
        <div key={libelle} className="sm:contents">
          <dt className="text-encre-douce">
            <Lignes texte={libelle} />
          </dt>
          <dd className={fort ? 'font-bold' : ''}>
            <Lignes texte={valeur} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
