import { BoutonAction } from '@/components/acces/bouton-action'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { PieceVue } from '@/lib/services/corbeille/view'
import { Attendues, type PropsAttendues } from './attendues'

interface Props {
  readonly demande: string
  readonly pieces: readonly PieceVue[]
  readonly attendues: Omit<PropsAttendues, 'demande'>
  readonly classer: ActionFormulaire
  /** The médecin-conseil alone says that a piece is not medical. */
  readonly medecin: boolean
}

/** What came, what is waited for. A medical piece is for the médecin-conseil: not even its name is shown to others. */
export function Pieces({ demande, pieces, attendues, classer, medecin }: Props) {
  return (
    <section aria-labelledby="titre-pieces">
      <h2 id="titre-pieces" className="text-xl">
        Pièces
      </h2>
      {pieces.length === 0 ? <p className="mt-2 text-encre-douce">Aucune pièce jointe.</p> : null}
      <ul className="mt-2 space-y-4">
        {pieces.map((piece) => (
          <li
            key={piece.id}
            className={`border-l-4 pl-5 ${piece.medicale ? 'border-a-faire' : 'border-filet'}`}
          >
            {piece.ouvrable ? (
              <p>
                <a
                  href={`/gestion/corbeille/${demande}/pieces/${piece.id}/telecharger`}
                  download
                  className="inline-flex min-h-11 items-center break-all"
                >
                  {piece.nom}
                </a>
              </p>
            ) : (
              <p className="flex min-h-11 items-center break-words">{piece.nom}</p>
            )}
            <p className="text-sm text-encre-douce">{piece.precision}</p>
            {piece.medicale && !medecin ? null : (
              <div className="mt-2">
                <BoutonAction
                  action={classer}
                  caches={{ demande, piece: piece.id, medicale: piece.medicale ? 'non' : 'oui' }}
                >
                  {piece.medicale ? 'Cette pièce n’est pas médicale' : 'C’est une pièce médicale'}
                  <span className="sr-only"> : {piece.nom}</span>
                </BoutonAction>
              </div>
            )}
          </li>
        ))}
      </ul>
      {!medecin && pieces.some(({ medicale }) => medicale) ? (
        <p className="mt-3 max-w-texte text-sm text-encre-douce">
          Vous pouvez répondre sans lire une pièce médicale. S’il faut la lire, transférez la demande au
          médecin-conseil : il vous la rend avec une note, ou dit que la pièce n’est pas médicale.
        </p>
      ) : null}
      <Attendues demande={demande} {...attendues} />
      {pieces.some(({ ouvrable }) => ouvrable) ? (
        <p className="mt-3 text-sm text-encre-douce">Chaque téléchargement est noté au journal.</p>
      ) : null}
    </section>
  )
}
