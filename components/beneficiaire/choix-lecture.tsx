'use client'

// A client component for one reason: the form, which says that the answer is noted, with JavaScript or without.
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly adhesion: string
  readonly accorde: boolean
  readonly phrase: string
}

export function ChoixLecture({ action, adhesion, accorde, phrase }: Props) {
  const formulaire = useFormulaire(action)
  const { etat } = formulaire
  return (
    <div className="mt-2 space-y-3">
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : <p>{phrase}</p>}
      <Formulaire
        formulaire={formulaire}
        caches={{ adhesion, choix: accorde ? 'RETIRER' : 'ACCORDER' }}
        bouton={accorde ? 'Retirer mon accord' : 'Laisser le titulaire voir mes soins'}
        poids="second"
      />
    </div>
  )
}
