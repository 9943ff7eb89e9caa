'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly personne: string
  readonly confirmation: Confirmation
}

export function FormulaireCode({ action, personne, confirmation }: Props) {
  const formulaire = useFormulaire(action)
  if (formulaire.etat.statut === 'FAIT') return <Message>{formulaire.etat.message}</Message>
  return (
    <Formulaire
      formulaire={formulaire}
      caches={{ personne }}
      bouton="Envoyer un nouveau code"
      className="mt-6 space-y-4"
    >
      <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
    </Formulaire>
  )
}
