import type { ReactNode } from 'react'
import { Montant } from '@/components/ui/montant'
import { ZERO } from '@/lib/rules/montant/montant'
import type { AnneeView, GenreView } from '@/lib/services/mon-annee/view'
import type { Part, PartageView } from '@/lib/services/remboursement/view'

const TETES: Readonly<Record<Part['qui'], string>> = {
  AMO: 'Assurance maladie',
  REGIME_LOCAL: 'Régime local',
  AUTRES: 'Autre complémentaire',
  MUTUELLE: 'Mutuelle',
  MOI: 'À votre charge',
}

const partDe = (partage: PartageView, qui: Part['qui']) =>
  partage.parts.find((part) => part.qui === qui)?.montant ?? ZERO

/** The picture of the year in figures: a row for each kind of care, a column for who paid. */
export function TableAnnee({ vue }: { readonly vue: AnneeView }) {
  const colonnes = vue.parts.map(({ qui }) => qui)
  return (
    <table className="mt-8 block w-full text-left colonnes:table">
      <caption className="block pb-2 text-left font-semibold colonnes:table-caption">
        {vue.titre}, par genre de soin et par payeur
      </caption>
      <thead className="sr-only colonnes:not-sr-only colonnes:table-header-group">
        <tr>
          <th scope="col" className="border-b-2 border-action py-2 pr-4 text-sm">
            Genre de soin
          </th>
          <th scope="col" className="border-b-2 border-action py-2 pr-4 text-right text-sm">
            Dépense
          </th>
          {colonnes.map((qui) => (
            <th
              key={qui}
              scope="col"
              className="border-b-2 border-action py-2 pr-4 text-right text-sm last:pr-0"
            >
              {TETES[qui]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block colonnes:table-row-group">
        {vue.genres.map((genre) => (
          <Rangee key={genre.cle} {...genre} colonnes={colonnes} />
        ))}
      </tbody>
      <tfoot className="block font-bold colonnes:table-footer-group">
        <Rangee titre="En tout" nombre={vue.nombre} partage={vue.total} colonnes={colonnes} />
      </tfoot>
    </table>
  )
}

interface ProprietesRangee extends Pick<GenreView, 'titre' | 'nombre' | 'partage'> {
  readonly colonnes: readonly Part['qui'][]
}

function Rangee({ titre, nombre, partage, colonnes }: ProprietesRangee) {
  return (
    <tr className="block border-b border-filet py-2 colonnes:table-row colonnes:py-0">
      <th scope="row" className="block py-1 pr-4 font-semibold colonnes:table-cell colonnes:py-2">
        {titre}
        <span className="block text-sm font-normal text-encre-douce">
          {nombre === 1 ? '1 soin' : `${nombre} soins`}
        </span>
      </th>
      <Case tete="Dépense">
        <Montant valeur={partage.depense} />
      </Case>
      {colonnes.map((qui) => (
        <Case key={qui} tete={TETES[qui]}>
          <Montant valeur={partDe(partage, qui)} fort={qui === 'MOI'} />
        </Case>
      ))}
    </tr>
  )
}

function Case({ tete, children }: { readonly tete: string; readonly children: ReactNode }) {
  return (
    <td className="flex justify-between gap-4 py-0.5 colonnes:table-cell colonnes:py-2 colonnes:pr-4 colonnes:text-right colonnes:last:pr-0">
      <span aria-hidden="true" className="font-normal colonnes:hidden">
        {tete}
      </span>
      {children}
    </td>
  )
}
