'use client'

// A client component because only the router knows which page is open; the server renders the same links, current one included.
import { usePathname } from 'next/navigation'

export interface EntreeMenu {
  readonly href: string
  readonly libelle: string
  /** The word that fits a phone's bar; null: not there, reached from another page. */
  readonly court: string | null
}

interface Proprietes {
  readonly etiquette: string
  readonly entrees: readonly EntreeMenu[]
}

/** The nearest entry above the page that is open: the longest one that its address begins with. */
function entreeCourante(chemin: string, entrees: readonly EntreeMenu[]): string | undefined {
  return entrees
    .filter(({ href }) => chemin === href || chemin.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href
}

/** One line under the header; on a phone, a bar at the bottom under the thumb. */
export function Menu({ etiquette, entrees }: Proprietes) {
  const chemin = usePathname()
  const courante = entreeCourante(chemin, entrees)
  return (
    <nav aria-label={etiquette} className="menu border-filet bg-feuille print:hidden">
      <ul className="mx-auto flex max-w-page flex-wrap sm:px-2">
        {entrees.map(({ href, libelle, court }) => (
          <li key={href} className={court === null ? 'max-sm:hidden' : 'max-sm:flex-1'}>
            <a
              href={href}
              aria-current={href === courante ? (href === chemin ? 'page' : 'true') : undefined}
              className="menu-entree"
            >
              <span className="max-sm:hidden">{libelle}</span>
              <span className="sm:hidden">{court}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
