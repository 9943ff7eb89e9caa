import type { Montant } from '@/lib/rules/montant/montant'

interface Segment {
  readonly cle: string
  readonly montant: Montant
  readonly couleur: string
}

const LARGEUR = 1000
const ECART = 6

/** One expense in one bar. Only a picture: the amounts stand beside it in words. Widths are attributes, no inline style. */
export function BarrePartage({ segments }: { readonly segments: readonly Segment[] }) {
  const visibles = segments.filter(({ montant }) => montant > 0)
  const total = visibles.reduce((t, { montant }) => t + montant, 0)
  if (total === 0) return null
  let debut = 0
  const traits = visibles.map((segment, rang) => {
    const largeur = (segment.montant / total) * LARGEUR
    const ecart = rang === visibles.length - 1 ? 0 : ECART
    const trait = { ...segment, x: debut, largeur: Math.max(largeur - ecart, 2) }
    debut += largeur
    return trait
  })
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${LARGEUR} 10`}
      preserveAspectRatio="none"
      className="block h-3 w-full"
    >
      {traits.map(({ cle, x, largeur, couleur }) => (
        <rect key={cle} x={x} y="0" width={largeur} height="10" className={couleur} />
      ))}
    </svg>
  )
}
