'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { NotificationVue } from '@/lib/services/preference-courriel/view'

interface Props {
  readonly action: ActionFormulaire
  readonly notifications: readonly NotificationVue[]
  readonly titre: string
  readonly organisme: string
}

const REPONSES = [
  ['OUI', 'Oui, m’avertir par e-mail'],
  ['NON', 'Non, je regarderai dans mon espace'],
] as const

export function FormulaireNotifications({ action, notifications, titre, organisme }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      {formulaire.etat.statut === 'FAIT' ? <Message>{formulaire.etat.message}</Message> : null}
      <Formulaire formulaire={formulaire} bouton="Enregistrer ces choix" className="mt-6 space-y-8">
        {notifications.map(({ nature, libelle, indice, voulu, origine }) => (
          <fieldset key={nature} id={nature}>
            <legend className="text-lg font-semibold">{libelle}</legend>
            <div data-fait="REGISTRE">
              <PrecisionsChamp
                nom={nature}
                indice={`${indice} ${origine}`}
                erreur={formulaire.erreurDe(nature)}
              />
            </div>
            {REPONSES.map(([valeur, dit]) => (
              <CaseACocher
                // A new key with the answer kept: React would put back the box of the first rendering.
                key={`${valeur} ${voulu}`}
                type="radio"
                name={nature}
                value={valeur}
                defaultChecked={voulu === (valeur === 'OUI')}
              >
                {dit}
              </CaseACocher>
            ))}
          </fieldset>
        ))}
      </Formulaire>
    </>
  )
}
