import type { ComponentProps } from 'react'

const FORME =
  'inline-flex min-h-11 items-center justify-center rounded-md border-2 px-5 py-1.5 text-center font-semibold no-underline'
const POIDS = {
  principal: 'border-action bg-action text-sur-action hover:underline hover:underline-offset-4',
  second: 'border-action bg-transparent text-action hover:bg-action-pale',
} as const

interface Apparence {
  readonly poids?: keyof typeof POIDS
}

/** A button says the act (« Afficher ces remboursements »), never « Valider ». */
export function Bouton({
  poids = 'principal',
  className = '',
  type = 'submit',
  ...reste
}: Apparence & ComponentProps<'button'>) {
  return <button type={type} className={`${FORME} ${POIDS[poids]} cursor-pointer ${className}`} {...reste} />
}

/** A link that is the main way on from here, drawn as a button. */
export function LienBouton({
  poids = 'principal',
  className = '',
  children,
  ...reste
}: Apparence & ComponentProps<'a'>) {
  return (
    <a className={`${FORME} ${POIDS[poids]} ${className}`} {...reste}>
      {children}
    </a>
  )
}
