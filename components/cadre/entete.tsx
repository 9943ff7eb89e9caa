import type { ReactNode } from 'react'

interface Proprietes {
  readonly nom: string
  readonly accueil: string
  readonly porte?: string
  readonly children: ReactNode
}

/** The top of every page: whose house this is, then who is in it. */
export function Entete({ nom, accueil, porte, children }: Proprietes) {
  return (
    <header className="border-t-6 border-action print:border-0">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-1 px-4 py-3">
        <a
          href={accueil}
          className="inline-flex min-h-11 flex-wrap items-center gap-x-3 text-encre no-underline hover:underline"
        >
          <span className="text-lg font-bold">{nom}</span>
          {porte === undefined ? null : <span className="text-encre-douce">{porte}</span>}
        </a>
        {children}
      </div>
    </header>
  )
}
