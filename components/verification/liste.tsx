import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { LigneVerification } from '@/lib/services/verification/view'

const ICI = '/gestion/verifications'

interface Props {
  readonly lignes: readonly LigneVerification[]
  readonly suite: string | null
  readonly plusLoin: boolean
}

/** What waits for a person, each line with the reason why. */
export function ListeVerifications({ lignes, suite, plusLoin }: Props) {
  return (
    <>
      {lignes.length === 0 ? (
        <EtatVide titre="Rien à vérifier">
          <p>Le calcul a tranché toutes les lignes reçues, ou quelqu’un l’a fait.</p>
        </EtatVide>
      ) : (
        <ul className="divide-y divide-filet border-y border-filet">
          {lignes.map(({ id, qui, quoi, quand, montants, raisons }) => (
            <li key={id} className="py-2">
              <p className="font-semibold">
                <a href={`${ICI}/${id}`} className="inline-flex min-h-11 items-center">
                  {qui}
                </a>
              </p>
              <p>{quoi}</p>
              {raisons.map((raison) => (
                <p key={raison} className="texte">
                  {raison}
                </p>
              ))}
              <p className="flex flex-wrap gap-x-4 text-sm text-encre-douce">
                <span>{montants}</span>
                <span>{quand}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        etiquette="Pages des lignes à vérifier"
        recents={plusLoin ? { href: ICI, libelle: 'Les plus anciennes' } : null}
        anciens={suite === null ? null : { href: `${ICI}?apres=${suite}`, libelle: 'La suite' }}
      />
    </>
  )
}
