import type { LignePonctualite } from '@/lib/services/delai-constate/view'

/** How often answers come in their time, for who answers for the teams. */
export function Ponctualite({ lignes }: { readonly lignes: readonly LignePonctualite[] }) {
  return (
    <section aria-labelledby="titre-ponctualite" className="mt-12">
      <h2 id="titre-ponctualite" className="text-xl">
        Répondues dans le délai, sur 90 jours
      </h2>
      {lignes.length === 0 ? (
        <p className="mt-2 text-encre-douce">
          Pas encore de chiffre : il faut au moins cinq réponses d’une même sorte.
        </p>
      ) : (
        <dl className="mt-3 divide-y divide-filet border-y border-filet">
          {lignes.map(({ nature, part, mediane }) => (
            <div key={nature} className="py-2">
              <dt className="font-semibold">{nature}</dt>
              <dd>
                {part} <span className="text-encre-douce">· {mediane}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
