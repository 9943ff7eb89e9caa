import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import type { GroupeDeCompte } from './entrees'

interface Props {
  readonly groupes: readonly GroupeDeCompte[]
  /** What was just done. */
  readonly nouvelle: string | undefined
}

/** What an account is made of, each matter with its present state. */
export function SommaireCompte({ groupes, nouvelle }: Props) {
  return (
    <>
      <TitrePage titre="Mon compte extranet">
        <p>Comment on entre dans votre espace, qui y est entré, et ce que vous avez accepté.</p>
      </TitrePage>
      {nouvelle === undefined ? null : <Message>{nouvelle}</Message>}
      {groupes.map(({ titre, entrees }, rang) => (
        <section key={titre} aria-labelledby={`groupe-${rang}`} className="mb-10">
          <h2 id={`groupe-${rang}`} className="text-xl">
            {titre}
          </h2>
          <ul className="mt-2 max-w-texte divide-y divide-filet border-y border-filet">
            {entrees.map(({ href, libelle, etat, aFaire }) => (
              <li key={href} className="py-2">
                <a href={href} className="inline-flex min-h-11 items-center py-1 text-lg font-semibold">
                  {libelle}
                </a>
                <p
                  data-fait="REGISTRE"
                  className={`wrap-anywhere ${aFaire === true ? 'text-a-faire' : 'text-encre-douce'}`}
                >
                  {etat}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
