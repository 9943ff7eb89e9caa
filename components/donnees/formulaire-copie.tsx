'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { MOT_DE_PASSE } from '@/components/coordonnees/champ-coordonnees'
import { ChampDefini } from '@/components/ui/champ-defini'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
}

/** The password, and the copy is ready. */
export function FormulaireCopie({ action, titre, organisme }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire formulaire={formulaire} bouton="Préparer ma copie" className="mt-4 space-y-6">
        <ChampDefini champ={MOT_DE_PASSE} formulaire={formulaire} />
      </Formulaire>
    </>
  )
}
