import type { ReactNode } from 'react'

interface Proprietes {
  readonly titre: string
  readonly children: ReactNode
  /** What staff can look up. */
  readonly reference?: string
}

/** What happened, what is kept, what to do, and a reference to quote. */
export function MessageErreur({ titre, children, reference }: Proprietes) {
  return (
    <div className="texte">
      <h1 className="text-2xl">{titre}</h1>
      {children}
      {reference === undefined ? null : (
        <p>
          Si vous nous appelez, donnez cette référence :{' '}
          <strong className="whitespace-nowrap">{reference}</strong>.
        </p>
      )}
    </div>
  )
}
