'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import type { ReactNode } from 'react'
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { ChampDefini, type DefinitionChamp } from '@/components/ui/champ-defini'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  /** Title of the page, put after « Erreur : » when something is wrong. */
  readonly titre: string
  readonly organisme: string
  readonly champs: readonly DefinitionChamp[]
  readonly caches?: Readonly<Record<string, string>>
  readonly bouton: string
  /** The act asks who is there. */
  readonly confirmation?: Confirmation
  /** Where to go once it is done. */
  readonly retour: string
  /** What will happen and from when, said before the button. */
  readonly children?: ReactNode
}

export function FormulaireCoordonnees(props: Props) {
  const { action, titre, organisme, champs, caches, bouton, retour, confirmation, children } = props
  const formulaire = useFormulaire(action)
  if (formulaire.etat.statut === 'FAIT')
    return (
      <>
        <title>{`${titre} – ${organisme}`}</title>
        <Message>{formulaire.etat.message}</Message>
        <p className="mt-6">
          <a href={retour} className="inline-flex min-h-11 items-center">
            Revenir à mes coordonnées
          </a>
        </p>
      </>
    )
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire formulaire={formulaire} caches={caches} bouton={bouton} className="space-y-6">
        {champs.map((champ) => (
          <ChampDefini key={champ.nom} champ={champ} formulaire={formulaire} />
        ))}
        {confirmation === undefined ? null : (
          <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
        )}
        {children === undefined ? null : <div className="texte border-l-4 border-filet pl-5">{children}</div>}
      </Formulaire>
    </>
  )
}
