import { Etat } from '@/components/remboursement/etat'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { LignePrise } from '@/lib/services/prise-en-charge/view'

const ICI = '/gestion/prises-en-charge'

interface Props {
  readonly enAttente: readonly LignePrise[]
  readonly decidees: readonly LignePrise[]
  readonly suite: string | null
  readonly plusLoin: boolean
}

/** What waits, the oldest first; then what was answered. */
export function SuiviPrises({ enAttente, decidees, suite, plusLoin }: Props) {
  return (
    <>
      <section aria-labelledby="titre-attente">
        <h2 id="titre-attente" className="mb-3 text-xl">
          À décider
        </h2>
        {enAttente.length === 0 ? (
          <EtatVide titre="Rien à décider">
            <p>Toutes les demandes reçues ont leur réponse.</p>
          </EtatVide>
        ) : (
          <Lignes lignes={enAttente} />
        )}
      </section>
      <section aria-labelledby="titre-decidees" className="mt-12">
        <h2 id="titre-decidees" className="mb-3 text-xl">
          Décidées
        </h2>
        {decidees.length === 0 ? (
          <EtatVide titre="Aucune réponse pour le moment">
            <p>Les accords, les refus et les annulations apparaîtront ici.</p>
          </EtatVide>
        ) : (
          <Lignes lignes={decidees} />
        )}
        <Pagination
          etiquette="Pages des demandes décidées"
          recents={plusLoin ? { href: ICI, libelle: 'Les plus récentes' } : null}
          anciens={suite === null ? null : { href: `${ICI}?avant=${suite}`, libelle: 'Plus anciennes' }}
        />
      </section>
    </>
  )
}

function Lignes({ lignes }: { readonly lignes: readonly LignePrise[] }) {
  return (
    <ul className="divide-y divide-filet border-y border-filet">
      {lignes.map(({ id, qui, quoi, quand, etat, mutuelle }) => (
        <li key={id} className="py-2">
          <p className="font-semibold">
            <a href={`${ICI}/${id}`} className="inline-flex min-h-11 items-center">
              {qui}
            </a>
          </p>
          <p>{quoi}</p>
          <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-encre-douce">
            <Etat etat={etat} />
            <span>{quand}</span>
            {mutuelle === null ? null : <span>mutuelle {mutuelle}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
