import type { Ref } from 'react'
import type { ErreurChamp } from '@/lib/formulaire/etat'

interface Proprietes {
  readonly erreurs: readonly ErreurChamp[]
  readonly ref?: Ref<HTMLDivElement>
}

/** What is wrong, said once at the top, each sentence leading to its field. */
export function ResumeErreurs({ erreurs, ref }: Proprietes) {
  if (erreurs.length === 0) return null
  return (
    <div
      ref={ref}
      role="alert"
      data-fait="SAISIE"
      tabIndex={-1}
      aria-labelledby="resume-erreurs"
      className="mb-6 max-w-texte border-l-4 border-erreur bg-erreur-pale px-4 py-3"
    >
      <h2 id="resume-erreurs" className="text-base font-bold text-erreur">
        {erreurs.length === 1 ? 'À corriger' : `${erreurs.length} points à corriger`}
      </h2>
      <ul className="mt-1 space-y-1">
        {erreurs.map(({ champ, message }) => (
          <li key={`${champ} ${message}`}>
            {champ === '' ? (
              message
            ) : (
              <a href={`#${champ}`} className="text-erreur">
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
