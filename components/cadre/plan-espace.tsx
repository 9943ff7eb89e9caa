import type { GroupeMenu } from './menus'

/** All the pages of a space, by group, each with what one finds there. */
export function PlanEspace({ groupes }: { readonly groupes: readonly GroupeMenu[] }) {
  return (
    <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
      {groupes.map(({ libelle, entrees }) => (
        <section key={libelle}>
          <h2 className="text-xl">{libelle}</h2>
          <ul className="mt-2 space-y-3">
            {entrees.map(({ href, libelle: page, phrase }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-11 items-center font-semibold">
                  {page}
                </a>
                <p className="text-encre-douce">{phrase}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
