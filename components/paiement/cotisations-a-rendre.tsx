import Link from 'next/link'
import { Montant } from '@/components/ui/montant'
import type { TropPercuSuivi } from '@/lib/services/trop-percu/view'

interface Props {
  readonly tropPercus: readonly TropPercuSuivi[]
  /** There are more than those shown. */
  readonly autres: boolean
}

/** What members paid beyond what is due: to whom, since when, until when. */
export function CotisationsARendre({ tropPercus, autres }: Props) {
  if (tropPercus.length === 0)
    return <p className="mt-2 text-encre-douce">Aucune cotisation n’est à rendre.</p>
  return (
    <>
      <ul className="mt-3 divide-y divide-filet border-y border-filet">
        {tropPercus.map(({ id, adhesionId, qui, montant, phrase, depasse }) => (
          <li key={id} className="gap-x-6 py-3 sm:grid sm:grid-cols-[1fr_auto] sm:items-baseline">
            <div className="min-w-0">
              <Link
                href={`/gestion/cotisations/${adhesionId}`}
                className="inline-flex min-h-11 items-center wrap-anywhere"
              >
                {qui}
              </Link>
              <p className={depasse ? 'font-semibold text-erreur' : 'text-encre-douce'}>{phrase}</p>
            </div>
            <Montant valeur={montant} fort />
          </li>
        ))}
      </ul>
      {autres ? (
        <p className="mt-2">D’autres suivent : elles apparaîtront quand celles-ci seront parties.</p>
      ) : null}
    </>
  )
}
