import type { ErreurChamp } from '@/lib/formulaire/etat'

interface Proprietes {
  readonly erreurs: readonly ErreurChamp[]
  /** From the name of a field to the id of its control, where they differ. */
  readonly prefixe?: string
}

/** What is wrong, said once at the top, each sentence leading to its field. `autoFocus` of a page just asked for: no script needed. */
export function ResumeErreurs({ erreurs, prefixe = '' }: Proprietes) {
  if (erreurs.length === 0) return null
  return (
    <div
      role="alert"
      id="resume-erreurs"
      tabIndex={-1}
      className="mb-6 border-l-4 border-erreur bg-erreur-pale px-4 py-3 text-encre"
    >
      <p className="font-bold text-erreur">
        {erreurs.length === 1 ? 'Une chose est à corriger' : `${erreurs.length} choses sont à corriger`}
      </p>
      <ul className="mt-1">
        {erreurs.map(({ champ, message }) => (
          <li key={`${champ} ${message}`}>
            {champ === '' ? (
              message
            ) : (
              <a href={`#${prefixe}${champ}`} className="text-erreur">
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
