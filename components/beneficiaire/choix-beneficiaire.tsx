interface Choix {
  readonly href: string
  readonly libelle: string
  readonly courant: boolean
}

/** Whose page this is, and a link to each other's. Nothing when there is only one person to look at. */
export function ChoixBeneficiaire({ choix }: { readonly choix: readonly Choix[] }) {
  if (choix.length < 2) return null
  return (
    <nav aria-label="Choisir une personne" className="mb-8 print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {choix.map(({ href, libelle, courant }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={courant ? 'true' : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:text-encre aria-[current]:no-underline"
            >
              {libelle}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
