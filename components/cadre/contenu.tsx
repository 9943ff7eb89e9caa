import type { ReactNode } from 'react'

export function Contenu({ children }: { readonly children: ReactNode }) {
  return (
    <main id="contenu" tabIndex={-1} className="mx-auto w-full max-w-page px-4 pt-8 pb-16">
      {children}
    </main>
  )
}
