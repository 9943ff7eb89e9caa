import type { ReactNode } from 'react'

/** A page without a frame, when there is none to lean on. */
export function PageSeule({ children }: { readonly children: ReactNode }) {
  return (
    <main
      id="contenu"
      tabIndex={-1}
      className="mx-auto w-full max-w-page border-t-6 border-action px-4 py-16"
    >
      {children}
    </main>
  )
}
