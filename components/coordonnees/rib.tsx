import type { CompteVu } from '@/lib/services/rib/view'

interface Props {
  readonly compte: CompteVu | null
  readonly vide: string
}

/** An account: whose, and its last four characters only. */
export const Compte = ({ compte, vide }: Props) =>
  compte === null ? (
    <p>{vide}</p>
  ) : (
    <p className="wrap-anywhere">
      Compte qui finit par <span className="whitespace-nowrap tabular-nums">{compte.fin}</span>, au nom de{' '}
      {compte.titulaire}.
    </p>
  )
