import type { ReactNode } from 'react'

/** Nothing to show: says so, and what to do next. */
export function EtatVide({ titre, children }: { readonly titre: string; readonly children: ReactNode }) {
  return (
    <div className="border-l-4 border-filet py-1 pl-5">
      <p className="text-lg font-semibold">{titre}</p>
      <div className="texte mt-1 text-encre-douce">{children}</div>
    </div>
  )
}
