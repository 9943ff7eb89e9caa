'use client'

// A client component for one reason: every form of the page, wherever it is, says for whose space it was made.
import { type ComponentProps, createContext, type ReactNode, useCallback, useContext } from 'react'
import { CHAMP_ESPACE } from '@/lib/formulaire/espace'

const Espace = createContext<string | null>(null)

interface PropsEspace {
  /** The account whose space the page shows. */
  readonly compteId: string
  readonly children: ReactNode
}

export const EspaceOuvert = ({ compteId, children }: PropsEspace) => (
  <Espace value={compteId}>{children}</Espace>
)

/** What a script sends by itself, without a form. */
export function useDonnees(): (champs: Readonly<Record<string, string>>) => FormData {
  const espace = useContext(Espace)
  return useCallback(
    (champs) => {
      const donnees = new FormData()
      for (const [nom, valeur] of Object.entries(champs)) donnees.set(nom, valeur)
      if (espace !== null) donnees.set(CHAMP_ESPACE, espace)
      return donnees
    },
    [espace],
  )
}

/** A form sent to an action: once another tab has changed of space, it is refused and not done for somebody else (lib/server/action). */
export function Form({ children, ...props }: ComponentProps<'form'>) {
  const espace = useContext(Espace)
  return (
    <form {...props}>
      {espace === null ? null : <input type="hidden" name={CHAMP_ESPACE} value={espace} />}
      {children}
    </form>
  )
}
