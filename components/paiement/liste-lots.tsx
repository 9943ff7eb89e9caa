import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'
import { LIBELLES_LOT, type LIBELLES_SENS, resumeLot } from '@/lib/lexique/paiement'

interface Props {
  readonly lots: readonly {
    readonly id: string
    readonly sens: keyof typeof LIBELLES_SENS
    readonly etat: keyof typeof LIBELLES_LOT
    readonly executionLe: string
    readonly nombre: number
    readonly total: number
  }[]
  /** Next page, from 0. */
  readonly suite: number | null
}

export function ListeLots({ lots, suite }: Props) {
  if (lots.length === 0) {
    return (
      <EtatVide titre="Aucun lot">
        <p>Le premier apparaîtra ici quand vous l’aurez préparé.</p>
      </EtatVide>
    )
  }
  return (
    <>
      <ul className="mt-3 divide-y divide-filet border-y border-filet">
        {lots.map((lot) => (
          <li key={lot.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            <Link href={`/gestion/paiements/${lot.id}`} className="inline-flex min-h-11 items-center">
              {resumeLot(lot)}
            </Link>
            <span
              className={
                lot.etat === 'PREPARE' || lot.etat === 'VALIDE'
                  ? 'font-semibold text-a-faire'
                  : 'text-encre-douce'
              }
            >
              {LIBELLES_LOT[lot.etat]}
            </span>
          </li>
        ))}
      </ul>
      {suite === null ? null : (
        <p className="mt-6">
          <Link href={`/gestion/paiements?page=${suite}`}>Lots plus anciens</Link>
        </p>
      )}
    </>
  )
}
