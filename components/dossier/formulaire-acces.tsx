'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { type EtatDuFormulaire, Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { COUPURES_DITES } from '@/lib/lexique/acces-compte'

interface Props {
  readonly action: ActionFormulaire
  readonly compte: string
  readonly confirmation: Confirmation
}

/** End the sessions, or suspend; why; and who does it. */
export function FormulaireCoupure({ action, compte, confirmation }: Props) {
  const formulaire = useFormulaire(action)
  if (formulaire.etat.statut === 'FAIT') return <Message>{formulaire.etat.message}</Message>
  return (
    <Formulaire formulaire={formulaire} caches={{ compte }} bouton="Couper l’accès" className="space-y-6">
      <ChoixUnique
        formulaire={formulaire}
        nom="coupure"
        question="Que faut-il faire ?"
        options={COUPURES_DITES}
      />
      <Raison formulaire={formulaire} indice="Par exemple : vous nous avez appelés, ce n’était pas vous." />
      <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
    </Formulaire>
  )
}

export function FormulaireReouverture({ action, compte, confirmation }: Props) {
  const formulaire = useFormulaire(action)
  if (formulaire.etat.statut === 'FAIT') return <Message>{formulaire.etat.message}</Message>
  return (
    <Formulaire formulaire={formulaire} caches={{ compte }} bouton="Rouvrir l’accès" className="space-y-6">
      <Raison formulaire={formulaire} indice="Par exemple : identité vérifiée au guichet." />
      <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
    </Formulaire>
  )
}

const Raison = ({
  formulaire,
  indice,
}: {
  readonly formulaire: EtatDuFormulaire
  readonly indice: string
}) => (
  <Champ
    nom="motif"
    libelle="Pourquoi ?"
    indice={`La personne lira cette raison dans l’historique de ses connexions. ${indice}`}
    erreur={formulaire.erreurDe('motif')}
    type="text"
    defaultValue={formulaire.valeurDe('motif')}
    autoComplete="off"
    maxLength={300}
  />
)
