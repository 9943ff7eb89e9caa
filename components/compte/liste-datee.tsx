import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { ListeVue } from '@/lib/services/mon-compte/view'

interface Props extends ListeVue {
  readonly adresse: string
  /** Whether a page before this one was read. */
  readonly suivante: boolean
  readonly etiquette: string
  readonly vide: string
  readonly videDit: string
}

/** What happened, the latest first, a page at a time. */
export function ListeDatee({ lignes, suite, adresse, suivante, etiquette, vide, videDit }: Props) {
  if (lignes.length === 0 && !suivante)
    return (
      <EtatVide titre={vide}>
        <p>{videDit}</p>
      </EtatVide>
    )
  return (
    <>
      <ol className="max-w-texte space-y-4">
        {lignes.map(({ cle, quand, quoi, detail, refuse }) => (
          <li
            key={cle}
            data-fait="REGISTRE"
            className={`border-l-4 py-1 pl-5 ${refuse ? 'border-a-faire' : 'border-filet'}`}
          >
            <p className={`wrap-anywhere font-semibold ${refuse ? 'text-a-faire' : ''}`}>{quoi}</p>
            <p className="wrap-anywhere text-encre-douce">
              <span className="first-letter:uppercase">{quand}</span>
              {detail === '' ? null : ` · ${detail}`}
            </p>
          </li>
        ))}
      </ol>
      <Pagination
        etiquette={etiquette}
        recents={suivante ? { href: adresse, libelle: 'Revenir aux plus récents' } : null}
        anciens={
          suite === null
            ? null
            : { href: `${adresse}?avant=${encodeURIComponent(suite)}`, libelle: 'Plus anciens' }
        }
      />
    </>
  )
}
