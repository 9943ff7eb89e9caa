import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'
import type { FluxVu, LigneEcartee } from '@/lib/services/flux/view'

interface Props {
  readonly flux: FluxVu
  readonly lignes: readonly LigneEcartee[]
  readonly suite: string | null
}

export function LignesEcartees({ flux, lignes, suite }: Props) {
  return (
    <>
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune ligne à montrer">
          <p>Les lignes mises de côté l’étaient déjà dans un fichier antérieur du même émetteur.</p>
        </EtatVide>
      ) : (
        <table className="w-full text-left">
          <caption className="sr-only">Lignes mises de côté du fichier {flux.idFichier}</caption>
          <thead>
            <tr>
              <th scope="col" className="py-2 pr-6">
                Rang
              </th>
              <th scope="col" className="py-2">
                Raison
              </th>
            </tr>
          </thead>
          <tbody>
            {lignes.map(({ rang, raison }) => (
              <tr key={rang} className="border-t border-filet">
                <td className="py-2 pr-6 align-top">{rang}</td>
                <td className="py-2">{raison}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {suite === null ? null : (
        <p className="mt-6">
          <Link href={`/gestion/flux/${flux.id}?apres=${suite}`}>Lignes suivantes</Link>
        </p>
      )}
      <p className="mt-6">
        <Link href="/gestion/flux">Revenir aux fichiers reçus</Link>
      </p>
    </>
  )
}
