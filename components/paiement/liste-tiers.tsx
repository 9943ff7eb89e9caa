import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'

interface Props {
  readonly tiers: readonly {
    readonly id: string
    readonly identifiant: string
    readonly nom: string
    readonly ibanFin: string | null
  }[]
}

export function ListeTiers({ tiers }: Props) {
  if (tiers.length === 0) {
    return (
      <EtatVide titre="Aucun professionnel à payer">
        <p>Ceux que la mutuelle paie à la place des adhérents apparaîtront ici.</p>
      </EtatVide>
    )
  }
  return (
    <ul className="mt-3 divide-y divide-filet border-y border-filet">
      {tiers.map((t) => (
        <li key={t.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
          <span className="min-w-0 wrap-anywhere">
            <span className="font-semibold">{t.nom}</span>{' '}
            <span className="text-encre-douce">{t.identifiant}</span>
          </span>
          <span className={t.ibanFin === null ? 'text-a-faire' : ''}>
            {t.ibanFin === null ? 'Aucun compte connu' : `Compte finissant par ${t.ibanFin}`}
          </span>
          <Link
            href={`/gestion/paiements/professionnels?tiers=${t.id}`}
            className="inline-flex min-h-11 w-full items-center"
          >
            {t.ibanFin === null ? 'Saisir' : 'Changer'} le compte de {t.nom}
          </Link>
        </li>
      ))}
    </ul>
  )
}
