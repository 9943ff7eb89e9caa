import { Pourquoi } from '@/components/decision/pourquoi'
import type { ReserveView } from '@/lib/services/lecture-soins/view'

interface Props {
  readonly reserves: readonly ReserveView[]
  /** What the page would have said of them. */
  readonly titre?: string
  readonly niveau?: 'h2' | 'h3' | 'h4'
}

/** Where somebody's care is not shown: why, from when, and what reached the reader all the same. */
export function SoinsReserves({
  reserves,
  titre = 'Des soins dont le détail est réservé',
  niveau: Titre = 'h2',
}: Props) {
  const [premier] = reserves
  if (premier === undefined) return null
  const id = `reserves-${premier.id}`
  return (
    <section aria-labelledby={id} className="mt-8 mb-8">
      <Titre id={id} className="text-lg">
        {titre}
      </Titre>
      <ul className="mt-2 space-y-5">
        {reserves.map((r) => (
          <li key={r.id} data-fonde="" className="max-w-texte border-l-4 border-filet pl-5">
            <p>{r.phrase}</p>
            {r.versements.length === 0 ? null : (
              <ul className="mt-2 list-disc pl-5 tabular-nums">
                {r.versements.map((phrase) => (
                  <li key={phrase}>{phrase}</li>
                ))}
              </ul>
            )}
            <Pourquoi question="Pourquoi ?" sujet={`pour les soins de ${r.prenom}`} etapes={r.etapes} />
          </li>
        ))}
      </ul>
    </section>
  )
}
