'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { ChampDefini, type DefinitionChamp } from '@/components/ui/champ-defini'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
  readonly confirmation: Confirmation
}

const NOUVEAU: DefinitionChamp = {
  nom: 'nouveau',
  libelle: 'Votre nouveau mot de passe',
  indice:
    '12 caractères ou plus. Quatre mots sans rapport entre eux font un bon mot de passe ; évitez votre nom et votre date de naissance.',
  type: 'password',
  autocomplete: 'new-password',
}

export function FormulaireMotDePasse({ action, titre, organisme, confirmation }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire formulaire={formulaire} bouton="Changer mon mot de passe" className="space-y-6">
        <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
        <ChampDefini champ={NOUVEAU} formulaire={formulaire} />
        <div className="texte border-l-4 border-filet pl-5">
          <p>
            Le nouveau vaut tout de suite. Les autres appareils connectés seront fermés ; celui-ci reste
            ouvert. Un e-mail vous le confirmera.
          </p>
        </div>
      </Formulaire>
    </>
  )
}
