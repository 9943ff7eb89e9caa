import { COULEURS } from '@/components/remboursement/partage'
import type { GenreView } from '@/lib/services/mon-annee/view'

const LARGEUR = 1000

/** The kinds of care one under the other, each as long as it cost, cut by who paid. A picture: the table under it says the same. */
export function ImageAnnee({ genres }: { readonly genres: readonly GenreView[] }) {
  const plusCher = Math.max(...genres.map(({ partage }) => partage.depense), 1)
  return (
    <div aria-hidden="true" className="mt-6 space-y-2 print:mt-4">
      {genres.map(({ cle, titre, partage }) => (
        <div key={cle} className="grid items-center gap-x-4 colonnes:grid-cols-[16rem_1fr]">
          <span className="text-sm">{titre}</span>
          <Barre partage={partage} plusCher={plusCher} />
        </div>
      ))}
    </div>
  )
}

function Barre({ partage, plusCher }: Pick<GenreView, 'partage'> & { readonly plusCher: number }) {
  let debut = 0
  const traits = partage.parts
    .filter(({ montant }) => montant > 0)
    .map(({ qui, montant }) => {
      const largeur = (montant / plusCher) * LARGEUR
      const trait = { qui, x: debut, largeur }
      debut += largeur
      return trait
    })
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${LARGEUR} 10`}
      preserveAspectRatio="none"
      className="block h-4 w-full"
    >
      {traits.map(({ qui, x, largeur }) => (
        <rect key={qui} x={x} y="0" width={largeur} height="10" className={COULEURS[qui].barre} />
      ))}
    </svg>
  )
}
