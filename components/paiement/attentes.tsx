import { EtatVide } from '@/components/ui/etat-vide'
import { formatMontant } from '@/lib/lexique/formats'
import { type AttentePaiement, LIBELLES_ATTENTE } from '@/lib/lexique/paiement'

interface Props {
  readonly attentes: readonly {
    readonly motif: AttentePaiement
    readonly nombre: number
    readonly total: number
  }[]
}

const ORDRE: readonly AttentePaiement[] = ['PRET', 'EN_LOT', 'SANS_RIB', 'TIERS_SANS_RIB']

/** What the mutuelle owes today, by what it waits for. */
export function Attentes({ attentes }: Props) {
  if (attentes.length === 0) {
    return (
      <EtatVide titre="Rien n’est à verser">
        <p>Les remboursements apparaîtront ici dès que de nouveaux décomptes seront liquidés.</p>
      </EtatVide>
    )
  }
  return (
    <dl className="mt-3 divide-y divide-filet border-y border-filet">
      {ORDRE.flatMap((motif) => attentes.filter((a) => a.motif === motif)).map(({ motif, nombre, total }) => (
        <div key={motif} className="flex flex-wrap items-baseline justify-between gap-x-6 py-3">
          <dt>
            <span className="font-semibold">{LIBELLES_ATTENTE[motif].titre}</span>
            <span className="block text-sm text-encre-douce">{LIBELLES_ATTENTE[motif].pourquoi}</span>
          </dt>
          <dd className="whitespace-nowrap tabular-nums">
            {nombre} {nombre === 1 ? 'remboursement' : 'remboursements'},{' '}
            <strong>{formatMontant(total)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}
