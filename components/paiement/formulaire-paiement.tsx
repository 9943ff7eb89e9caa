'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import type { ReactNode } from 'react'
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { ChampDefini, type DefinitionChamp } from '@/components/ui/champ-defini'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly champs: readonly DefinitionChamp[]
  readonly caches?: Readonly<Record<string, string>>
  readonly bouton: string
  /** The act asks who is there. */
  readonly confirmation?: Confirmation
  /** What will happen, said before the button. */
  readonly children?: ReactNode
}

export function FormulairePaiement({ action, champs, caches, bouton, confirmation, children }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <>
      {formulaire.etat.statut === 'FAIT' ? <Message>{formulaire.etat.message}</Message> : null}
      <Formulaire formulaire={formulaire} caches={caches} bouton={bouton} className="mt-4 space-y-4">
        {champs.map((champ) => (
          <ChampDefini key={champ.nom} champ={champ} formulaire={formulaire} />
        ))}
        {confirmation === undefined ? null : (
          <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
        )}
        {children}
      </Formulaire>
    </>
  )
}
