'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import type { ReactNode } from 'react'
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { ChampAcces, type DefinitionChamp } from './champ-acces'

interface Props {
  readonly action: ActionFormulaire
  /** Title of the page, put in front of « Erreur : » when something is wrong. */
  readonly titre: string
  readonly organisme: string
  readonly champs: readonly DefinitionChamp[]
  readonly caches?: Readonly<Record<string, string>>
  readonly bouton: string
  /** The act asks who is there. */
  readonly confirmation?: Confirmation
  /** What will happen, said before the button. */
  readonly children?: ReactNode
}

export function FormulaireAcces(props: Props) {
  const { action, titre, organisme, champs, caches, bouton, confirmation, children } = props
  const formulaire = useFormulaire(action)
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      {formulaire.etat.statut === 'FAIT' ? (
        <Message>{formulaire.etat.message}</Message>
      ) : (
        <Formulaire formulaire={formulaire} caches={caches} bouton={bouton} className="space-y-6">
          {champs.map((champ) => (
            <ChampAcces
              key={champ.nom}
              champ={champ}
              valeur={formulaire.valeurDe(champ.nom)}
              erreur={formulaire.erreurDe(champ.nom)}
            />
          ))}
          {confirmation === undefined ? null : (
            <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
          )}
          {children}
        </Formulaire>
      )}
    </>
  )
}
