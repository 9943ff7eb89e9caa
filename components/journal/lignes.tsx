import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { FiltresJournal } from '@/lib/services/journal/schema'
import type { LigneJournal } from '@/lib/services/journal/view'
import { adresseJournal } from './filtres'

interface Props {
  readonly lignes: readonly LigneJournal[]
  readonly suite: number | null
  readonly filtres: FiltresJournal
}

/** Lines of the journal, the latest first: what, when, by whom, about what. */
export function LignesDuJournal({ lignes, suite, filtres }: Props) {
  return (
    <>
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune ligne">
          <p>Élargissez la période, ou choisissez « Tout ».</p>
        </EtatVide>
      ) : (
        <ol className="space-y-4">
          {lignes.map((ligne) => (
            <li
              key={ligne.rang}
              className={`border-l-4 py-1 pl-5 ${ligne.refus ? 'border-erreur' : 'border-filet'}`}
            >
              <Ligne ligne={ligne} filtres={filtres} />
            </li>
          ))}
        </ol>
      )}
      <Pagination
        etiquette="Pages du journal"
        recents={
          filtres.avant === null
            ? null
            : { href: adresseJournal({ ...filtres, avant: null }), libelle: 'Revenir au plus récent' }
        }
        anciens={
          suite === null
            ? null
            : { href: adresseJournal({ ...filtres, avant: suite }), libelle: 'Lignes plus anciennes' }
        }
      />
    </>
  )
}

function Ligne({ ligne, filtres }: { readonly ligne: LigneJournal; readonly filtres: FiltresJournal }) {
  const { rang, quand, acte, qui, compteId, objet, personneId, requete } = ligne
  return (
    <>
      <p>
        <span className="font-semibold">{acte}</span>, sur{' '}
        {personneId === null || personneId === filtres.personne ? (
          <span className="break-words">{objet}</span>
        ) : (
          <a
            href={adresseJournal({ ...filtres, personne: personneId, avant: null })}
            className="inline-flex min-h-11 items-center"
          >
            {objet}
            <span className="sr-only">, ligne {rang}</span>
          </a>
        )}
      </p>
      <p>
        {quand}, par{' '}
        {compteId === null || compteId === filtres.compte ? (
          qui
        ) : (
          <a
            href={adresseJournal({ ...filtres, compte: compteId, avant: null })}
            className="inline-flex min-h-11 items-center"
          >
            {qui}
          </a>
        )}
      </p>
      <p className="text-sm break-all text-encre-douce tabular-nums">
        Ligne {rang}
        {requete === null ? null : ` · requête ${requete}`}
      </p>
    </>
  )
}
