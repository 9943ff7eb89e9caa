import type { FamilleView } from '@/lib/services/simulation/view'

interface Proprietes {
  readonly garantis: readonly FamilleView[]
  readonly autres: readonly FamilleView[]
  /** The page of a care, before its code. */
  readonly vers?: string
}

/** The kinds of care by need. What the formule does not guarantee can be asked about too, folded at the end. */
export function ChoixDuSoin({ garantis, autres, vers = '/adherent/simuler' }: Proprietes) {
  return (
    <>
      <Familles familles={garantis} niveau="h2" vers={vers} />
      {autres.length === 0 ? null : (
        <details className="mt-10">
          <summary className="inline-flex min-h-11 items-center text-action">
            <span className="underline underline-offset-4">Les soins que votre formule ne garantit pas</span>
          </summary>
          <p className="texte mt-1 mb-6 text-encre-douce">
            L’Assurance maladie en rembourse parfois une part, et une autre formule peut les garantir.
          </p>
          <Familles familles={autres} niveau="h3" vers={vers} />
        </details>
      )}
    </>
  )
}

function Familles({
  familles,
  niveau: Titre,
  vers,
}: {
  readonly familles: readonly FamilleView[]
  readonly niveau: 'h2' | 'h3'
  readonly vers: string
}) {
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      {familles.map(({ titre, soins }) => (
        <section key={titre}>
          <Titre className="text-lg">{titre}</Titre>
          <ul data-fait="LIBELLE" className="mt-1">
            {soins.map(({ code, libelle }) => (
              <li key={code}>
                <a href={`${vers}/${code}`} className="inline-flex min-h-11 items-center py-1">
                  {libelle}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
