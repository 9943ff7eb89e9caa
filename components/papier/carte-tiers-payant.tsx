import type { Carte } from '@/lib/papiers/papier'
import { CodeQr } from './code-verification'
import { Lignes } from './lignes'
import { Tableau } from './tableau'

/** The card as it is shown on a phone at the pharmacist's: both sides, one under the other, side by side where there is room. */
export function CarteTiersPayant({ carte }: { readonly carte: Carte }) {
  return (
    <section
      aria-label={carte.titre}
      data-fait="DOCUMENT"
      className="grid rounded-md border-2 border-action bg-feuille lg:grid-cols-2 print:grid-cols-2 print:break-inside-avoid"
    >
      <div className="min-w-0 space-y-3 p-5">
        <p>
          <span className="block text-lg font-bold text-action">
            <Lignes texte={carte.organisme} />
          </span>
          {carte.titre} ·{' '}
          <strong>
            <Lignes texte={carte.titulaire} />
          </strong>
        </p>
        <div className="flex flex-wrap items-center gap-4">
          <dl className="min-w-0 flex-1 basis-64 border border-action px-3 py-2">
            {carte.pave.map(({ libelle, valeur }) => (
              <div key={libelle} className="flex flex-wrap items-baseline justify-between gap-x-4">
                <dt className="text-sm text-encre-douce">{libelle}</dt>
                <dd className="font-bold tabular-nums">
                  <Lignes texte={valeur} />
                </dd>
              </div>
            ))}
          </dl>
          {carte.responsable === null ? null : (
            <p className="text-center">
              <span className="block text-3xl font-bold text-action">{carte.responsable.lettre}</span>
              <span className="block w-min text-sm text-encre-douce">{carte.responsable.alternative}</span>
            </p>
          )}
        </div>
        <dl className="space-y-1 text-sm">
          {carte.domaines.map(({ libelle, valeur }) => (
            <div key={libelle}>
              <dt className="inline font-bold">
                {libelle}
                {'\u00a0: '}
              </dt>
              <dd className="inline">
                <Lignes texte={valeur} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="flex min-w-0 flex-col justify-between gap-4 border-t border-dashed border-bord p-5 lg:border-t-0 lg:border-l print:border-t-0 print:border-l">
        <div>
          <Tableau tableau={carte.beneficiaires} />
        </div>
        <div className="flex items-end justify-between gap-4">
          <p className="text-sm text-encre-douce">
            <Lignes texte={carte.rappel} />
            {carte.verification === null ? null : (
              <>
                <br />
                <a href={carte.verification.url}>{carte.verification.phrase}</a>
              </>
            )}
          </p>
          {carte.verification === null ? null : (
            <CodeQr verification={carte.verification} className="size-24" />
          )}
        </div>
      </div>
    </section>
  )
}
