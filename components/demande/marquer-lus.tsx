'use client'

// A client component for one reason: answers are read when they are on the screen of somebody, not when the page is prepared for them.
// Without JavaScript a button says it.
import { useActionState, useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Form, useDonnees } from '@/components/ui/form'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly demandeId: string
}

export function MarquerLus({ action, demandeId }: Props) {
  const [, soumettre] = useActionState(action, VIERGE)
  const fait = useRef(false)
  const donneesDe = useDonnees()
  useEffect(() => {
    const marquer = () => {
      if (fait.current || document.visibilityState !== 'visible') return
      fait.current = true
      // Cut here, the answer stays « nouveau » and is marked the next time it is read.
      action(VIERGE, donneesDe({ demande: demandeId })).catch(() => {
        fait.current = false
      })
    }
    marquer()
    document.addEventListener('visibilitychange', marquer)
    return () => document.removeEventListener('visibilitychange', marquer)
  }, [action, demandeId, donneesDe])
  return (
    <noscript>
      <Form action={soumettre} className="mt-4">
        <input type="hidden" name="demande" value={demandeId} />
        <Bouton poids="second">Marquer comme lu</Bouton>
      </Form>
    </noscript>
  )
}
