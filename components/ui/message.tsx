import type { ReactNode } from 'react'

/** Something was done, said where the reader is. */
export function Message({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="max-w-texte border-l-4 border-action bg-action-pale px-4 py-3">
      {children}
    </p>
  )
}
