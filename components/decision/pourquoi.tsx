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

/** Styled by what it is (globals.css), not by classes: a list of lines prints it once a line. Unfolds the grounds of a decision: the steps in order, each with its figures and the article it rests on. */
export function Pourquoi({ question, sujet, etapes }: Proprietes) {
  return (
    <details className="pourquoi">
      <summary>
        <span>{question}</span>
        <span data-fait="LIBELLE" className="sr-only">{` ${sujet}`}</span>
      </summary>
      <Etapes etapes={etapes} />
    </details>
  )
}

export function Etapes({ etapes }: { readonly etapes: readonly Etape[] }) {
  return (
    <ol data-motifs="" className="etapes">
      {etapes.map((etape) => (
        <li key={`${etape.phrase} ${etape.article}`} data-etape="">
          <Glose texte={etape.phrase} />
          <span data-article="">{etape.article}</span>
        </li>
      ))}
    </ol>
  )
}
