'use client'

// A client component for one reason: useActionState, which shows what the action answered, with JavaScript or without.
import { type ReactNode, useActionState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly caches?: Readonly<Record<string, string>>
  readonly poids?: 'principal' | 'second'
  readonly children: ReactNode
}

/** An act that asks for nothing but to be pressed. */
export function BoutonAction({ action, caches = {}, poids = 'second', children }: Props) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  return (
    <form action={soumettre}>
      <ResumeErreurs erreurs={etat.statut === 'ERREUR' ? etat.erreurs : []} />
      {Object.entries(caches).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      <Bouton poids={poids} aria-disabled={enCours}>
        {children}
      </Bouton>
    </form>
  )
}
