import type { MessageVu, PieceVue } from '@/lib/services/mes-demandes/view'

interface Props {
  readonly fil: readonly MessageVu[]
  readonly organisme: string
}

/** Who wrote what, when, and whether it was read. */
export function Fil({ fil, organisme }: Props) {
  if (fil.length === 0) return null
  return (
    <section aria-labelledby="titre-fil" className="mt-12">
      <h2 id="titre-fil" className="text-xl">
        Nos échanges
      </h2>
      <ol className="mt-3 space-y-6">
        {fil.map((m) => (
          <li
            key={m.id}
            className={`max-w-texte border-l-4 py-1 pl-5 ${
              m.deGestion ? 'border-action bg-action-pale pr-4' : 'border-filet'
            }`}
          >
            <p data-fait="REGISTRE">
              <strong>{m.deGestion ? organisme : 'Vous'}</strong>, le {m.le}
              {m.nonLu ? (
                <span className="ml-3 rounded-md bg-a-faire-pale px-2 text-a-faire">Nouveau</span>
              ) : null}
            </p>
            <p data-fait="SAISIE" className="mt-2 whitespace-pre-line wrap-anywhere">
              {m.texte}
            </p>
            <Pieces pieces={m.pieces} />
            {m.nonLu ? null : (
              <p data-fait="REGISTRE" className="mt-2 text-sm text-encre-douce">
                {m.etats.join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Pieces({ pieces }: { readonly pieces: readonly PieceVue[] }) {
  if (pieces.length === 0) return null
  return (
    <ul aria-label="Pièces" className="mt-2">
      {pieces.map(({ id, nom, taille, href }) => (
        <li key={id} className="wrap-anywhere">
          {href === null ? (
            <span>{nom} (plus disponible)</span>
          ) : (
            <a href={href} className="inline-flex min-h-11 items-center">
              {nom} ({taille})
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
