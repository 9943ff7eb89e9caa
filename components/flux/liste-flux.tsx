import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'
import { instantEnMots } from '@/lib/lexique/attente'
import { phraseLignes } from '@/lib/lexique/flux'
import type { FluxVu } from '@/lib/services/flux/view'

interface Props {
  readonly flux: readonly FluxVu[]
  readonly suite: string | null
}

export function ListeFlux({ flux, suite }: Props) {
  if (flux.length === 0) {
    return (
      <EtatVide titre="Aucun fichier reçu">
        <p>Importez un premier fichier de décomptes ci-dessus.</p>
      </EtatVide>
    )
  }
  return (
    <>
      <ul className="mt-3 space-y-5">
        {flux.map((f) => (
          <li key={f.id} className="border-l-4 border-filet py-1 pl-5">
            <p className="font-semibold">
              {f.emetteur} – {f.idFichier}
            </p>
            <p className="text-encre-douce">
              Reçu {instantEnMots(f.recuLe)}. {f.etat}.
            </p>
            <p>
              {phraseLignes(f)}.{' '}
              {f.quarantaine === 0 ? null : (
                <Link href={`/gestion/flux/${f.id}`}>Voir les lignes mises de côté de {f.idFichier}</Link>
              )}
            </p>
          </li>
        ))}
      </ul>
      {suite === null ? null : (
        <p className="mt-6">
          <Link href={`/gestion/flux?avant=${suite}`}>Fichiers plus anciens</Link>
        </p>
      )}
    </>
  )
}
