import type { ReactNode } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { EspaceOuvert } from '@/components/ui/form'
import { Contenu } from './contenu'
import { Entete } from './entete'
import { Menu } from './menu'
import type { GroupeMenu } from './menus'
import { Pied } from './pied'

interface Proprietes {
  readonly organisme: {
    readonly nom: string
    readonly telephone: string
    readonly horaires: string
    readonly email: string
  }
  readonly accueil: string
  /** The account whose space this is: one's own, or of whom one acts for. */
  readonly espace: string
  /** Which door: « Gestion ». The members' own needs no name. */
  readonly porte?: string
  readonly qui: string
  readonly precision?: string
  readonly menu: readonly GroupeMenu[]
  /** Said above everything, on every page. */
  readonly bandeau?: ReactNode
  readonly children: ReactNode
}

/** The frame of a space one logs into: whose house, who I am, where I may go, the way out. */
export function CadreEspace({
  organisme,
  accueil,
  espace,
  porte,
  qui,
  precision,
  menu,
  bandeau = null,
  children,
}: Proprietes) {
  return (
    <EspaceOuvert compteId={espace}>
      <Entete nom={organisme.nom} accueil={accueil} {...(porte === undefined ? {} : { porte })}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <p className="text-sm">
            <span className="font-semibold">{qui}</span>
            {precision === undefined ? null : <span className="text-encre-douce"> · {precision}</span>}
          </p>
          <form action="/deconnexion" method="post" className="print:hidden">
            <Bouton poids="discret">Me déconnecter</Bouton>
          </form>
        </div>
      </Entete>
      <Menu groupes={menu} plan={`${accueil}/menu`} />
      {bandeau}
      <Contenu>{children}</Contenu>
      <Pied {...organisme} />
    </EspaceOuvert>
  )
}
