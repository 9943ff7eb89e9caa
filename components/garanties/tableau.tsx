import { Glose } from '@/components/aide/glose'
import { Terme } from '@/components/aide/terme'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Avis } from '@/components/garanties/avis'
import type { SectionView, TableauView } from '@/lib/services/tableau-garanties/view'
import { SansTableau } from './contrat-besoin'

/** The table as it is printed: sections, cells, and its notes at the foot. */
export function TableauGaranties({ tableau }: { readonly tableau: TableauView }) {
  const { titre, numeroAdherent, sansTableau, applicable, sections, notes, etapes } = tableau
  return (
    <section aria-labelledby={`tableau-${numeroAdherent}`} data-fonde="" className="mb-14">
      <h2 id={`tableau-${numeroAdherent}`} className="text-xl">
        {titre}
      </h2>
      <p className="mt-1 text-encre-douce">
        Contrat n° {numeroAdherent}. {applicable}
      </p>
      <Avis droits={tableau} />
      {sansTableau ? (
        <SansTableau titre={titre} />
      ) : (
        <>
          <p className="mt-3 max-w-texte text-sm">
            BR : <Terme id="base-de-remboursement">base de remboursement</Terme>, le tarif sur lequel
            l’Assurance maladie calcule. Un pourcentage de la BR comprend sa part.
          </p>
          {sections.map((section) => (
            <Section key={section.cle} section={section} contrat={numeroAdherent} />
          ))}
          <h3 className="mt-8 text-lg">Notes</h3>
          <ol className="mt-2 max-w-texte list-decimal space-y-1 pl-8 text-sm">
            {notes.map(({ numero, dit }) => (
              <li key={numero} id={`note-${numeroAdherent}-${numero}`}>
                <p>
                  <Glose texte={dit} />
                </p>
              </li>
            ))}
          </ol>
          <Pourquoi question="D’où vient ce tableau" sujet={`: ${titre}`} etapes={etapes} />
        </>
      )}
    </section>
  )
}

function Section({ section, contrat }: { readonly section: SectionView; readonly contrat: string }) {
  const { titre, rangees, renvois } = section
  return (
    <table className="mt-6 w-full text-left">
      <caption className="pb-1 text-left text-lg font-semibold">
        {titre}
        <Renvois numeros={renvois} contrat={contrat} />
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Garantie</th>
          <th scope="col">Remboursement</th>
        </tr>
      </thead>
      <tbody className="border-t-2 border-action">
        {rangees.map((rangee) => (
          <tr key={rangee.cle} className="border-b border-filet">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              {rangee.libelle}
              <Renvois numeros={rangee.renvois} contrat={contrat} />
            </th>
            <td className="w-[45%] py-2 text-right font-semibold tabular-nums [&_a]:inline-block [&_a]:py-2.5">
              <Glose texte={rangee.case} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The numbers of notes, each a way to its note. */
function Renvois({ numeros, contrat }: { readonly numeros: readonly number[]; readonly contrat: string }) {
  if (numeros.length === 0) return null
  return (
    <p className="inline text-sm font-normal">
      {' '}
      {numeros.length === 1 ? 'note' : 'notes'}{' '}
      {numeros.map((numero, rang) => (
        <span key={numero}>
          {rang === 0 ? null : ', '}
          <a href={`#note-${contrat}-${numero}`}>{numero}</a>
        </span>
      ))}
    </p>
  )
}
