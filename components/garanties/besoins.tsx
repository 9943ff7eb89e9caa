import type { LienBesoin } from '@/lib/services/besoins/view'

/** What brings somebody here, in their own words. */
export function ListeBesoins({ besoins }: { readonly besoins: readonly LienBesoin[] }) {
  return (
    <ul className="grid gap-x-12 border-t border-filet colonnes:grid-cols-2">
      {besoins.map(({ code, href, titre, contient }) => (
        <li key={code} className="border-b border-filet py-2">
          <a href={href} className="inline-flex min-h-11 items-center font-semibold">
            {titre}
          </a>
          <p className="text-sm text-encre-douce">{contient}</p>
        </li>
      ))}
    </ul>
  )
}

/** Under a need: the way to the others. */
export function AutresBesoins({ besoins }: { readonly besoins: readonly LienBesoin[] }) {
  return (
    <nav aria-labelledby="titre-autres-besoins" className="mt-14 print:hidden">
      <h2 id="titre-autres-besoins" className="text-xl">
        Un autre besoin
      </h2>
      <ul className="mt-2 grid gap-x-12 colonnes:grid-cols-2">
        {besoins
          .filter(({ courant }) => !courant)
          .map(({ code, href, titre }) => (
            <li key={code}>
              <a href={href} className="inline-flex min-h-11 items-center">
                {titre}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
