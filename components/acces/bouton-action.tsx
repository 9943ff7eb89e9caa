'use client'

// A client component for one reason: useEnvoi, which shows what the action answered, with JavaScript or without.
import type { ReactNode } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly caches?: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** An act that asks for nothing but to be pressed. */
export function BoutonAction({ action, caches = {}, children }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  return (
    <form ref={formulaire} action={soumettre}>
      <ResumeErreurs erreurs={etat.statut === 'ERREUR' ? etat.erreurs : []} />
      {Object.entries(caches).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      <Bouton poids="second" aria-disabled={enCours}>
        {children}
      </Bouton>
    </form>
  )
}
