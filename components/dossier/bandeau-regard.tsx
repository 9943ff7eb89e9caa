import { Bouton } from '@/components/ui/bouton'
import { instantEnMots } from '@/lib/lexique/attente'

interface Proprietes {
  readonly nom: string
  readonly jusqua: Date
}

/** On every page that staff looks at in somebody's space: whose it is, that nothing can be done there, the way out. */
export function BandeauRegard({ nom, jusqua }: Proprietes) {
  return (
    <div role="status" className="border-b-2 border-a-faire bg-a-faire-pale py-2 print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap px-4 items-center gap-x-6 gap-y-1">
        <p>
          Vous regardez l’espace de <strong>{nom}</strong>, sans pouvoir rien y changer, jusqu’à{' '}
          {instantEnMots(jusqua).replace(/^le /, '')}. Chaque page ouverte est notée dans son journal. Ses
          brouillons, les demandes que suit le médecin-conseil et les fichiers envoyés ne s’ouvrent pas d’ici.
        </p>
        <form action="/gestion/regard/arreter" method="post">
          <Bouton poids="discret">Arrêter de regarder</Bouton>
        </form>
      </div>
    </div>
  )
}
