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
  readonly etat: 'OUVERT' | 'SUSPENDU'
  /** A member, not a colleague: the example of a reason is not the same. */
  readonly membre: boolean
  readonly compte: string
  readonly confirmation: Confirmation
  readonly couper: ActionFormulaire
  readonly rouvrir: ActionFormulaire
}

/** End the sessions, suspend, or open again: one piece, so that what was done is still said once the account is in its other state. */
export function FormulaireAcces({ etat, membre, compte, confirmation, couper, rouvrir }: Props) {
  const coupure = useFormulaire(couper)
  const reouverture = useFormulaire(rouvrir)
  for (const faite of [coupure.etat, reouverture.etat])
    if (faite.statut === 'FAIT') return <Message>{faite.message}</Message>
  if (etat === 'SUSPENDU')
    return (
      <Formulaire formulaire={reouverture} caches={{ compte }} bouton="Rouvrir l’accès" className="space-y-6">
        <Raison formulaire={reouverture} exemple="identité vérifiée au guichet" />
        <ConfirmerIdentite confirmation={confirmation} formulaire={reouverture} />
      </Formulaire>
    )
  return (
    <Formulaire formulaire={coupure} caches={{ compte }} bouton="Couper l’accès" className="space-y-6">
      <ChoixUnique
        formulaire={coupure}
        nom="coupure"
        question="Que faut-il faire ?"
        options={COUPURES_DITES}
      />
      <Raison
        formulaire={coupure}
        exemple={membre ? 'vous nous avez appelés, ce n’était pas vous' : 'fin de contrat'}
      />
      <ConfirmerIdentite confirmation={confirmation} formulaire={coupure} />
    </Formulaire>
  )
}

const Raison = ({
  formulaire,
  exemple,
}: {
  readonly formulaire: EtatDuFormulaire
  readonly exemple: string
}) => (
  <Champ
    nom="motif"
    libelle="Pourquoi ?"
    indice={`La personne lira cette raison dans l’historique de ses connexions. Par exemple : ${exemple}.`}
    erreur={formulaire.erreurDe('motif')}
    type="text"
    defaultValue={formulaire.valeurDe('motif')}
    autoComplete="off"
    maxLength={300}
  />
)
