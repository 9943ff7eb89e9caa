import type { PriseVue } from '@/lib/services/prise-en-charge/view'

/** What was asked, when, and until when the answer holds. */
export function Faits({ prise }: { readonly prise: PriseVue }) {
  return (
    <dl data-fait="REGISTRE" className="grid gap-x-8 gap-y-1 sm:grid-cols-[auto_1fr]">
      <dt className="text-encre-douce">Où cela en est</dt>
      <dd className="mb-1 font-semibold sm:mb-0">{prise.etat.phrase}</dd>
      <dt className="text-encre-douce">Pour</dt>
      <dd className="mb-1 font-semibold sm:mb-0">{prise.pour}</dd>
      {prise.validite === null ? null : (
        <>
          <dt className="text-encre-douce">Valable</dt>
          <dd className="mb-1 font-semibold sm:mb-0">{prise.validite}</dd>
        </>
      )}
      {prise.faits.map(({ libelle, valeur }) => (
        <div key={libelle} className="contents">
          <dt className="text-encre-douce">{libelle}</dt>
          <dd className="mb-1 sm:mb-0">{valeur}</dd>
        </div>
      ))}
    </dl>
  )
}
