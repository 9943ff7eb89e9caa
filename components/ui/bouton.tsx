import type { ComponentProps } from 'react'

const FORME = 'inline-flex min-h-11 items-center justify-center rounded-md py-1.5 text-center'
const POIDS = {
  principal:
    'border-2 px-5 font-semibold no-underline border-action bg-action text-sur-action hover:underline hover:underline-offset-4',
  second:
    'border-2 px-5 font-semibold no-underline border-action bg-transparent text-action hover:bg-action-pale',
  discret: 'text-sm text-action underline underline-offset-4 hover:decoration-2',
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
