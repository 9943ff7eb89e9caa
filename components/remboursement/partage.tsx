import { Fragment } from 'react'
import { Terme } from '@/components/aide/terme'
import { BarrePartage } from '@/components/ui/barre-partage'
import { Montant } from '@/components/ui/montant'
import { formatMontant } from '@/lib/lexique/formats'
import type { Part, PartageView } from '@/lib/services/remboursement/view'

export const COULEURS: Readonly<Record<Part['qui'], { readonly barre: string; readonly pastille: string }>> =
  {
    AMO: { barre: 'fill-part-amo', pastille: 'bg-part-amo' },
    REGIME_LOCAL: { barre: 'fill-bord', pastille: 'bg-bord' },
    AUTRES: { barre: 'fill-filet', pastille: 'bg-filet' },
    MUTUELLE: { barre: 'fill-action', pastille: 'bg-action' },
    MOI: { barre: 'fill-part-moi', pastille: 'bg-part-moi' },
  }

/** An expense, or the sum of several, in one bar and in words. */
export function Partage({ titre, partage }: { readonly titre: string; readonly partage: PartageView }) {
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{titre}</span>
        <Montant valeur={partage.depense} fort />
      </p>
      <BarrePartage
        segments={partage.parts.map(({ qui, montant }) => ({
          cle: qui,
          montant,
          couleur: COULEURS[qui].barre,
        }))}
      />
      <ul className="mt-3 flex flex-wrap gap-x-8 gap-y-1">
        {partage.parts.map(({ qui, libelle, montant }) => (
          <li key={qui} className="flex items-baseline gap-2">
            <span aria-hidden="true" className={`size-3 shrink-0 ${COULEURS[qui].pastille}`} />
            <span className="first-letter:uppercase">
              {libelle} <Montant valeur={montant} fort />
            </span>
          </li>
        ))}
      </ul>
      <Retenues partage={partage} />
    </div>
  )
}

/** What nobody reimburses, by law: part of what is left to pay. */
function Retenues({ partage }: { readonly partage: PartageView }) {
  const legales = [
    { id: 'participation-forfaitaire', libelle: 'participation forfaitaire', montant: partage.participation },
    { id: 'franchise', libelle: 'franchise médicale', montant: partage.franchise },
  ] as const
  const retenues = legales.filter(({ montant }) => montant !== 0)
  if (retenues.length === 0) return null
  return (
    <p className="mt-1 text-sm text-encre-douce">
      Le montant à votre charge comprend{' '}
      {retenues.map(({ id, libelle, montant }, rang) => (
        <Fragment key={id}>
          {rang === 0 ? null : ' et '}une <Terme id={id}>{libelle}</Terme> de {formatMontant(montant)}
        </Fragment>
      ))}
      , que la loi interdit de rembourser.
    </p>
  )
}

/** « L'Assurance maladie 18,55 € · votre mutuelle 7,95 € · à votre charge 2,00 € », no share cut in two. */
export function Repartition({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <p>
      {parts.map(({ qui, libelle, montant }, rang) => (
        <span key={qui}>
          {rang === 0 ? null : ' · '}
          <span className="inline-block">
            {libelle} <Montant valeur={montant} />
          </span>
        </span>
      ))}
    </p>
  )
}
