import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'
import { expliquerMotifBancaire } from '@/lib/lexique/banque'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'

interface Props {
  readonly retours: readonly {
    readonly id: string
    readonly code: string
    readonly jour: string
    readonly montant: number
    readonly titulaire: string
    readonly ibanFin: string
    readonly lotId: string
  }[]
}

/** Each payment that came back: whose, why in French, and what to do of it. */
export function ListeRetours({ retours }: Props) {
  if (retours.length === 0) {
    return (
      <EtatVide titre="Aucun paiement revenu">
        <p>Ce que la banque renverra sera expliqué ici, avec ce qu’il faut en faire.</p>
      </EtatVide>
    )
  }
  return (
    <ul className="mt-3 space-y-5">
      {retours.map((r) => {
        const { phrase, gestion } = expliquerMotifBancaire(r.code)
        return (
          <li key={r.id} className="border-l-4 border-filet py-1 pl-5">
            <p className="font-semibold wrap-anywhere">
              {r.titulaire}, {formatMontant(r.montant)}, compte finissant par {r.ibanFin}
            </p>
            <p>
              {phrase}{' '}
              <span className="text-encre-douce">
                ({r.code}, le {formatDateEnLettres(r.jour)})
              </span>
            </p>
            <p>À faire : {gestion}</p>
            <p>
              <Link href={`/gestion/paiements/${r.lotId}`}>Voir le lot du paiement à {r.titulaire}</Link>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
