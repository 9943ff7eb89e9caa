'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
  readonly confirmation: Confirmation
}

/** Who asks is proven, and the copy is ready. */
export function FormulaireCopie({ action, titre, organisme, confirmation }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire formulaire={formulaire} bouton="Préparer ma copie" className="mt-4 space-y-6">
        <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
      </Formulaire>
    </>
  )
}
