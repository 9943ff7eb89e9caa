import type { ComponentProps, ReactNode } from 'react'

interface Proprietes extends Omit<ComponentProps<'input'>, 'type'> {
  readonly type: 'checkbox' | 'radio'
  readonly children: ReactNode
}

/** A box or a round button with its words; the words are part of the target. */
export function CaseACocher({ type, children, ...champ }: Proprietes) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
      <input type={type} className="size-5 shrink-0" {...champ} />
      <span>{children}</span>
    </label>
  )
}
