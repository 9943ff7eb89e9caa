interface Proprietes {
  readonly etiquette: string
  readonly recents: { readonly href: string; readonly libelle: string } | null
  readonly anciens: { readonly href: string; readonly libelle: string } | null
}

/** From page to page by the place of the last line read: nothing skipped or shown twice when lines arrive meanwhile. */
export function Pagination({ etiquette, recents, anciens }: Proprietes) {
  if (recents === null && anciens === null) return null
  return (
    <nav
      aria-label={etiquette}
      className="mt-8 flex flex-wrap justify-between gap-x-6 border-t border-filet pt-3 print:hidden"
    >
      {recents === null ? (
        <span />
      ) : (
        <a href={recents.href} className="inline-flex min-h-11 items-center">
          ← {recents.libelle}
        </a>
      )}
      {anciens === null ? null : (
        <a href={anciens.href} className="inline-flex min-h-11 items-center">
          {anciens.libelle} →
        </a>
      )}
    </nav>
  )
}
