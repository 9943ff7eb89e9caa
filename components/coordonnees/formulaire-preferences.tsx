'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { LIBELLE_SUPPORT } from '@/lib/lexique/preferences-envoi'
import type { PreferenceVue } from '@/lib/services/preference-envoi/view'

interface Props {
  readonly action: ActionFormulaire
  readonly preferences: readonly PreferenceVue[]
  readonly titre: string
  readonly organisme: string
}

export function FormulairePreferences({ action, preferences, titre, organisme }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      {formulaire.etat.statut === 'FAIT' ? <Message>{formulaire.etat.message}</Message> : null}
      <Formulaire formulaire={formulaire} bouton="Enregistrer ces choix" className="mt-6 space-y-8">
        {preferences.map(({ nature, libelle, indice, support, origine }) => (
          <fieldset key={nature} id={nature}>
            <legend className="text-lg font-semibold">{libelle}</legend>
            <PrecisionsChamp
              nom={nature}
              indice={`${indice} ${origine}`}
              erreur={formulaire.erreurDe(nature)}
            />
            {(['ELECTRONIQUE', 'PAPIER'] as const).map((choix) => (
              <CaseACocher
                // A new key with the answer kept: React would put back the box of the first rendering.
                key={`${choix} ${support}`}
                type="radio"
                name={nature}
                value={choix}
                defaultChecked={support === choix}
              >
                {LIBELLE_SUPPORT[choix]}
              </CaseACocher>
            ))}
          </fieldset>
        ))}
        <div className="texte border-l-4 border-filet pl-5">
          <p>
            Le choix vaut dès maintenant, pour les documents à venir ; ceux qui sont déjà faits restent où ils
            sont. Tous restent visibles dans votre espace. Électronique : un e-mail vous avertit, sans rien
            dire du contenu. Papier : aucun e-mail, la lettre part à votre adresse postale.
          </p>
        </div>
      </Formulaire>
    </>
  )
}
