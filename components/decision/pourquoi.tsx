import { Glose } from '@/components/aide/glose'

interface Etape {
  readonly phrase: string
  readonly article: string
}

interface Proprietes {
  readonly question: string
  /** Read aloud after the question, so that each one on the page is told from the others. */
  readonly sujet: string
  readonly etapes: readonly Etape[]
}

/** Unfolds the grounds of a decision: the steps in order, each with its figures and the article it rests on. */
export function Pourquoi({ question, sujet, etapes }: Proprietes) {
  return (
    <details className="open:basis-full">
      <summary className="inline-flex min-h-11 items-center gap-2 text-action">
        <span className="underline underline-offset-4">{question}</span>
        <span data-fait="LIBELLE" className="sr-only">
          {' '}
          {sujet}
        </span>
      </summary>
      <div className="mt-1 mb-2 border-l-4 border-action-pale pl-4">
        <Etapes etapes={etapes} />
      </div>
    </details>
  )
}

export function Etapes({ etapes }: { readonly etapes: readonly Etape[] }) {
  return (
    <ol data-motifs="" className="max-w-texte list-decimal space-y-2 pl-6 marker:text-encre-douce">
      {etapes.map((etape) => (
        <li key={`${etape.phrase} ${etape.article}`} data-etape="">
          <p>
            <Glose texte={etape.phrase} />
          </p>
          <span data-article="" className="block text-sm text-encre-douce">
            {etape.article}
          </span>
        </li>
      ))}
    </ol>
  )
}
