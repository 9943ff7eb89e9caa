import type { Cellule, Colonne, Tableau as UnTableau } from '@/lib/papiers/papier'
import { Lignes } from './lignes'

/** A table on a desk and on paper; on a phone, one card a row with each figure named. */
export function Tableau({ tableau }: { readonly tableau: UnTableau }) {
  const { colonnes, lignes, total } = tableau
  return (
    <table className="block w-full border-collapse colonnes:table">
      <caption className="block pb-2 text-left text-lg font-bold colonnes:table-caption">
        <Lignes texte={tableau.legende} />
      </caption>
      <thead className="sr-only colonnes:not-sr-only colonnes:table-header-group">
        <tr>
          {colonnes.map((colonne) => (
            <th
              key={colonne.titre}
              scope="col"
              className={`border-b-2 border-action px-1 py-2 align-bottom text-sm ${cote(colonne)}`}
            >
              <Lignes texte={colonne.titre} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block colonnes:table-row-group">
        {lignes.map((ligne, rang) => (
          <Rangee key={`${rang.toString()}-${ligne[0]?.texte ?? ''}`} cellules={ligne} colonnes={colonnes} />
        ))}
      </tbody>
      {total === null ? null : (
        <tfoot className="block bg-action-pale font-bold colonnes:table-footer-group">
          <Rangee cellules={total} colonnes={colonnes} total />
        </tfoot>
      )}
    </table>
  )
}

const cote = ({ genre }: Colonne): string => (genre === 'MONTANT' ? 'text-right' : 'text-left')

function Rangee({
  cellules,
  colonnes,
  total = false,
}: {
  readonly cellules: readonly Cellule[]
  readonly colonnes: readonly Colonne[]
  readonly total?: boolean
}) {
  return (
    <tr className="block border-b border-filet py-2 colonnes:table-row colonnes:py-0">
      {colonnes.map((colonne, rang) => (
        <Case
          key={colonne.titre}
          colonne={colonne}
          cellule={cellules[rang] ?? { texte: '', details: [] }}
          // The total names itself where a line has its date and its subject.
          nommee={!total || colonne.genre === 'MONTANT'}
        />
      ))}
    </tr>
  )
}

function Case({
  colonne,
  cellule,
  nommee,
}: {
  readonly colonne: Colonne
  readonly cellule: Cellule
  readonly nommee: boolean
}) {
  const vide = cellule.texte === '' ? 'hidden' : 'flex justify-between gap-4'
  // A subject with details under it is no figure beside a label: on a phone it takes the width.
  const sujet = cellule.details.length > 0
  return (
    <td className={`px-1 py-0.5 align-top colonnes:table-cell colonnes:py-2 ${vide} ${cote(colonne)}`}>
      {nommee && !sujet ? (
        <span
          aria-hidden="true"
          className="shrink-0 text-left text-sm font-normal text-encre-douce colonnes:hidden"
        >
          {colonne.titre}
        </span>
      ) : null}
      {colonne.genre === 'TEXTE' ? (
        <span
          className={`min-w-0 [overflow-wrap:anywhere] colonnes:text-left ${sujet ? 'text-left' : 'text-right'}`}
        >
          <Lignes texte={cellule.texte} />
          {cellule.details.map((detail) => (
            <span key={detail} className="block text-sm text-encre-douce">
              <Lignes texte={detail} />
            </span>
          ))}
        </span>
      ) : (
        <span className="whitespace-nowrap tabular-nums">{cellule.texte}</span>
      )}
    </td>
  )
}
