'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { Champ } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { type Confirmation, ConfirmerIdentite } from './confirmer-identite'

interface Props {
  readonly action: ActionFormulaire
  readonly champ?: { readonly nom: string; readonly libelle: string; readonly indice?: string }
  readonly confirmation?: Confirmation
  readonly bouton: string
}

/** One code, or who is there. */
export function FormulaireFacteur({ action, champ, confirmation, bouton }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <>
      {formulaire.etat.statut === 'FAIT' ? <Message>{formulaire.etat.message}</Message> : null}
      <Formulaire formulaire={formulaire} bouton={bouton} className="space-y-4 print:hidden">
        {champ === undefined ? null : (
          <Champ
            {...champ}
            erreur={formulaire.erreurDe(champ.nom)}
            type="text"
            autoComplete={champ.nom === 'codeListe' ? 'off' : 'one-time-code'}
            spellCheck={false}
            required
          />
        )}
        {confirmation === undefined ? null : (
          <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
        )}
      </Formulaire>
    </>
  )
}
