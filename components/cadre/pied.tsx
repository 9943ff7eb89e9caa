interface Proprietes {
  readonly nom: string
  readonly telephone: string
  readonly horaires: string
  readonly email: string
}

const PAGES = [
  { href: '/aide', libelle: 'Aide et questions fréquentes' },
  { href: '/mentions-legales', libelle: 'Mentions légales' },
  { href: '/donnees-personnelles', libelle: 'Données personnelles' },
  { href: '/accessibilite', libelle: 'Accessibilité : partiellement conforme' },
  { href: '/conditions', libelle: 'Conditions d’utilisation' },
] as const

/** The bottom of every page: how to reach a person, the help, and the pages the law asks for. */
export function Pied({ nom, telephone, horaires, email }: Proprietes) {
  return (
    <footer className="mt-auto border-t border-filet print:hidden">
      <div className="mx-auto max-w-page px-4 pt-6 pb-8 text-sm text-encre-douce">
        <p>
          {nom} vous répond au{' '}
          <a href={`tel:${telephone.replaceAll(' ', '')}`} className="whitespace-nowrap">
            {telephone}
          </a>
          , {horaires}, et à <a href={`mailto:${email}`}>{email}</a>.
        </p>
        <nav aria-label="Aide et pages légales" className="mt-3">
          <ul className="-mx-2 flex flex-wrap gap-x-3">
            {PAGES.map((page) => (
              <li key={page.href}>
                <a href={page.href} className="inline-flex min-h-11 items-center px-2">
                  {page.libelle}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
