import type { ReactNode } from 'react'
import type { IdTerme } from '@/lib/lexique/aide/glossaire'

/** A word of the trade at its first use on a page, linked to what it means. */
export const Terme = ({ id, children }: { readonly id: IdTerme; readonly children: ReactNode }) => (
  <a href={`/aide/glossaire#${id}`} className="decoration-dotted">
    {children}
  </a>
)
