import { EtatVide } from '@/components/ui/etat-vide'
import type { Reponse } from '@/lib/services/aide/view'

interface Proprietes {
  readonly texte: string
  readonly corriges: readonly string[]
  readonly reponses: readonly Reponse[]
  readonly contact: { readonly telephone: string; readonly horaires: string }
}

/** What was found, best first; nothing found says whom to ask. */
export function Reponses({ texte, corriges, reponses, contact }: Proprietes) {
  if (reponses.length === 0)
    return (
      <EtatVide titre={`Rien ne répond à « ${texte} »`}>
        <p>
          Essayez un autre mot, ou choisissez une question ci-dessous. Vous pouvez aussi nous appeler au{' '}
          <span className="whitespace-nowrap">{contact.telephone}</span>, {contact.horaires}.
        </p>
      </EtatVide>
    )
  return (
    <section aria-labelledby="titre-reponses">
      <h2 id="titre-reponses" className="text-xl">
        {reponses.length === 1 ? 'Une réponse' : `${reponses.length} réponses`} à « {texte} »
      </h2>
      {corriges.length === 0 ? null : (
        <p className="mt-1 text-encre-douce">Nous avons lu : {corriges.join(', ')}.</p>
      )}
      <ul className="mt-4 space-y-5">
        {reponses.map(({ href, titre, debut }) => (
          <li key={href} className="max-w-texte">
            <a href={href} className="inline-flex min-h-11 items-center font-semibold">
              {titre}
            </a>
            <p>{debut}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
