'use client'

// A client component because only the router knows which page is open; the server renders the same links, current one included.
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { EntreeMenu, GroupeMenu } from './menus'

/** The nearest entry above the page that is open: the longest one that its address begins with. */
function entreeCourante(chemin: string, entrees: readonly EntreeMenu[]): string | undefined {
  return entrees
    .filter(({ href }) => chemin === href || chemin.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href
}

/** The words of the bar that one thumb reaches; the last leads to all pages. */
const MOTS = 4

function barreDe(groupes: readonly GroupeMenu[], plan: string) {
  const mots = groupes
    .flatMap(({ entrees }) => entrees)
    .flatMap(({ href, court }) => (court === undefined ? [] : [{ href, court }]))
  return [...mots.slice(0, MOTS - 1), { href: plan, court: 'Menu' }]
}

/** A group of one page goes by the name of that page. */
const titreDe = ({ libelle, entrees: [premiere, ...autres] }: GroupeMenu): string =>
  premiere !== undefined && autres.length === 0 ? premiere.libelle : libelle

interface LigneProps {
  readonly etiquette?: string
  readonly className: string
  readonly liens: readonly { readonly href: string; readonly mot: string; readonly courant: boolean }[]
  readonly chemin: string
}

const Ligne = ({ etiquette, className, liens, chemin }: LigneProps): ReactNode => (
  <ul aria-label={etiquette} className={`mx-auto flex max-w-page flex-wrap ${className}`}>
    {liens.map(({ href, mot, courant }) => (
      <li key={href} className="max-sm:flex-1">
        <a
          href={href}
          aria-current={courant ? (href === chemin ? 'page' : 'true') : undefined}
          className="menu-entree"
        >
          {mot}
        </a>
      </li>
    ))}
  </ul>
)

interface Proprietes {
  readonly groupes: readonly GroupeMenu[]
  /** The page of all pages. */
  readonly plan: string
}

/** The groups on one line, the pages of the open one under it; on a phone, a bar of four. */
export function Menu({ groupes, plan }: Proprietes) {
  const chemin = usePathname()
  const courante = entreeCourante(
    chemin,
    groupes.flatMap(({ entrees }) => entrees),
  )
  const ouvert = groupes.find(({ entrees }) => entrees.some(({ href }) => href === courante))
  const barre = barreDe(groupes, plan)
  // A page that has no word in the bar is one of those its last word leads to.
  const enBarre = barre.some(({ href }) => href === courante) ? courante : plan
  return (
    <nav aria-label="Menu principal" className="menu border-filet bg-feuille print:hidden">
      <Ligne
        className="px-2 max-sm:hidden"
        chemin={chemin}
        liens={groupes.map((groupe) => ({
          href: groupe.entrees[0]?.href ?? plan,
          mot: titreDe(groupe),
          courant: groupe === ouvert,
        }))}
      />
      {ouvert === undefined || ouvert.entrees.length === 1 ? null : (
        <Ligne
          etiquette={ouvert.libelle}
          className="border-filet border-t px-2 text-sm max-sm:hidden"
          chemin={chemin}
          liens={ouvert.entrees.map(({ href, libelle }) => ({
            href,
            mot: libelle,
            courant: href === courante,
          }))}
        />
      )}
      <Ligne
        className="sm:hidden"
        chemin={chemin}
        liens={barre.map(({ href, court }) => ({ href, mot: court, courant: href === enBarre }))}
      />
    </nav>
  )
}
