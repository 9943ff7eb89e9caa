import { Bouton } from '@/components/ui/bouton'

interface Proprietes {
  /** For whom one acts; null: one may act for somebody, and does not now. */
  readonly nom: string | null
  readonly lectureSeule: boolean
}

/** On every page: for whom one acts, and the way back to oneself. */
export function BarreAutrui({ nom, lectureSeule }: Proprietes) {
  if (nom === null)
    return (
      <nav aria-label="Agir pour un proche" className="border-b border-filet py-1 text-sm print:hidden">
        <div className="mx-auto max-w-page px-4">
          <a href="/adherent/agir" className="inline-flex min-h-11 items-center">
            Agir pour un proche
          </a>
        </div>
      </nav>
    )
  return (
    <div role="status" className="border-b-2 border-a-faire bg-a-faire-pale py-2 print:hidden">
      <div className="mx-auto flex max-w-page px-4 flex-wrap items-center gap-x-6 gap-y-1">
        <p>
          Vous agissez pour <strong>{nom}</strong>
          {lectureSeule ? ', sans pouvoir rien y changer' : ''}. Chaque page ouverte et chaque geste sont
          notés : cette personne les lit.
        </p>
        <form action="/adherent/agir/revenir" method="post">
          <Bouton poids="discret">Revenir à mon espace</Bouton>
        </form>
      </div>
    </div>
  )
}
