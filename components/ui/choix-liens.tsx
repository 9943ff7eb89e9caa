interface Choix {
  readonly href: string
  readonly libelle: string
  readonly courant: boolean
}

/** The same page seen otherwise: links on a line, the current one in bold. Nothing when there is only one. */
export function ChoixLiens({
  nom,
  choix,
  className = '',
}: {
  readonly nom: string
  readonly choix: readonly Choix[]
  readonly className?: string
}) {
  if (choix.length < 2) return null
  return (
    <nav aria-label={nom} className={`print:hidden ${className}`}>
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
