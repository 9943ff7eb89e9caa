import type { DuContrat } from '@/lib/services/impaye/view'
import { cadreDe, DetailDu } from './cotisations-dues'

interface Props {
  /** Null: nothing is unpaid. */
  readonly phrase: string | null
  readonly dus: readonly DuContrat[]
}

/** On the first page, before the reimbursements: what to do, without alarm; the rest for who opens it. */
export function MessageImpaye({ phrase, dus }: Props) {
  if (phrase === null) return null
  return (
    <section
      aria-label="Cotisation à payer"
      {...(dus[0] === undefined ? {} : cadreDe(dus[0]))}
      className="mb-8 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-5 py-4"
    >
      <p>{phrase}</p>
      <details className="mt-1">
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-action underline underline-offset-4">
          Comment payer, et ce qui se passe ensuite
        </summary>
        {dus.map((du) => (
          <DetailDu key={du.adhesionId} du={du} />
        ))}
      </details>
    </section>
  )
}
