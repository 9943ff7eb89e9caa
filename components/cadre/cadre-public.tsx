import type { ReactNode } from 'react'
import { Contenu } from './contenu'
import { Entete } from './entete'
import { Pied } from './pied'

interface Proprietes {
  readonly organisme: {
    readonly nom: string
    readonly telephone: string
    readonly horaires: string
    readonly email: string
  }
  /** Someone is logged in: the way back to their space. */
  readonly espace: { readonly href: string; readonly libelle: string } | null
  readonly children: ReactNode
}

export function CadrePublic({ organisme, espace, children }: Proprietes) {
  const liens = espace === null ? ENTREES : [espace]
  return (
    <>
      <Entete nom={organisme.nom} accueil="/">
        <nav aria-label="Espace personnel">
          <ul className="-mx-2 flex flex-wrap gap-x-2">
            {liens.map(({ href, libelle }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-11 items-center px-2">
                  {libelle}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </Entete>
      <Contenu>{children}</Contenu>
      <Pied {...organisme} />
    </>
  )
}

const ENTREES = [
  { href: '/connexion', libelle: 'Se connecter' },
  { href: '/creer-mon-compte', libelle: 'Créer mon compte' },
]
