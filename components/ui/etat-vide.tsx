import type { ReactNode } from 'react'

interface Proprietes {
  readonly titre: string
  /** The title says a day that was recorded: the end of a contract. */
  readonly fait?: 'REGISTRE'
  readonly children: ReactNode
}

/** Nothing to show: says so, and what to do next. */
export function EtatVide({ titre, fait, children }: Proprietes) {
  return (
    <div className="border-l-4 border-filet py-1 pl-5">
      <p data-fait={fait} className="text-lg font-semibold">
        {titre}
      </p>
      <div className="texte mt-1 text-encre-douce">{children}</div>
    </div>
  )
}
