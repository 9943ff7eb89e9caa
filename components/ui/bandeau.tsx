import type { ReactNode } from 'react'

/** A notice across the page, above everything. */
export function Bandeau({
  etiquette,
  children,
}: {
  readonly etiquette: string
  readonly children: ReactNode
}) {
  return (
    <section
      aria-label={etiquette}
      className="border-b border-filet bg-a-faire-pale text-a-faire print:hidden"
    >
      <p className="mx-auto max-w-page px-4 py-2 text-sm">{children}</p>
    </section>
  )
}
