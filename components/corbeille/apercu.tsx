import { Pourquoi } from '@/components/decision/pourquoi'
import type { ApercuVu, LigneApercuVue } from '@/lib/services/corbeille/view'

/** What accepting would do, before and after, each with its grounds. */
export function Apercu({ apercu }: { readonly apercu: ApercuVu }) {
  if (apercu.verdict === 'INCOMPLETE')
    return (
      <div className="border-l-4 border-a-faire bg-a-faire-pale px-5 py-3 text-a-faire">
        <p className="font-semibold">Il manque de quoi décider</p>
        <ul>
          {apercu.manque.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      </div>
    )
  if (apercu.verdict === 'REFUSEE')
    return (
      <div className="border-l-4 border-erreur px-5 py-1">
        <p className="font-semibold">Le règlement ne permet pas d’accepter.</p>
        {apercu.possible === null ? null : <p className="texte mt-1">{apercu.possible}</p>}
        <Pourquoi
          question="Pourquoi"
          sujet=": le règlement ne permet pas d’accepter"
          etapes={apercu.etapes}
        />
      </div>
    )
  return (
    <>
      <Lignes lignes={apercu.lignes} legende="Ce qu’accepter change" />
      {apercu.etapes.length === 0 ? null : (
        <Pourquoi question="Pourquoi c’est possible" sujet=": cette demande" etapes={apercu.etapes} />
      )}
    </>
  )
}

/** Before and after, line by line: a list, so that it reads on a phone as on a desk. */
export function Lignes({
  lignes,
  legende,
}: {
  readonly lignes: readonly LigneApercuVue[]
  readonly legende: string
}) {
  if (lignes.length === 0) return null
  return (
    <dl aria-label={legende} className="divide-y divide-filet border-y border-filet">
      {lignes.map((ligne) => (
        <div key={`${ligne.libelle} ${ligne.apres}`} className="py-2">
          <dt className="font-semibold">{ligne.libelle}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-3">
            {ligne.avant === null ? null : (
              <>
                <span className="text-encre-douce">
                  <span className="sr-only">Avant : </span>
                  {ligne.avant}
                </span>
                <span aria-hidden="true">→</span>
              </>
            )}
            <span>
              <span className="sr-only">Après : </span>
              {ligne.apres}
            </span>
            {ligne.etapes.length === 0 ? null : (
              <Pourquoi question="Pourquoi" sujet={`: ${ligne.libelle}`} etapes={ligne.etapes} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
