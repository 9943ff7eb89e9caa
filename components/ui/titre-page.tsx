import type { ReactNode } from 'react'

interface Proprietes {
  readonly titre: string
  /** What the figures in the title are, when it has some: the name of a care, a day that was asked for. */
  readonly fait?: 'LIBELLE' | 'SAISIE'
  readonly children?: ReactNode
}

/** Every page begins so: its title, then one sentence that says what it is for. */
export function TitrePage({ titre, fait, children }: Proprietes) {
  return (
    <header className="mb-8">
      <h1 data-fait={fait} className="text-2xl">
        {titre}
      </h1>
      {children === undefined ? null : <div className="texte mt-2 text-encre-douce">{children}</div>}
    </header>
  )
}
