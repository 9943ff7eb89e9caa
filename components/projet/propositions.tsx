import type { Proposition } from '@/lib/services/projet/view'

/** A question whose answers are links: one page each, with or without JavaScript. */
export function Propositions({ propositions }: { readonly propositions: readonly Proposition[] }) {
  if (propositions.length === 0) return null
  return (
    <ul className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
      {propositions.map(({ titre, phrase, apercu, href }) => (
        <li key={href} data-fonde="lien" className="border-l-4 border-filet pl-5">
          <a
            href={href}
            data-vers-motifs={apercu === null ? undefined : ''}
            className="inline-flex min-h-11 items-center text-lg font-semibold"
          >
            {titre}
          </a>
          <p className="text-encre-douce">{phrase}</p>
          {apercu === null ? null : <p className="font-semibold">{apercu}</p>}
        </li>
      ))}
    </ul>
  )
}
