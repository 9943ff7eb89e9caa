import type { ReactNode } from 'react'

/** Every page begins so: its title, then one sentence that says what it is for. */
export function TitrePage({ titre, children }: { readonly titre: string; readonly children?: ReactNode }) {
  return (
    <header className="mb-8">
      <h1 className="text-2xl">{titre}</h1>
      {children === undefined ? null : <div className="texte mt-2 text-encre-douce">{children}</div>}
    </header>
  )
}
