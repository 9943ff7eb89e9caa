'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { type Confirmation, ConfirmerIdentite } from './confirmer-identite'

interface Commun {
  readonly action: ActionFormulaire
  readonly compte: string
  readonly confirmation: Confirmation
}

interface Props extends Commun {
  readonly verifications: readonly { readonly code: string; readonly libelle: string }[]
}

/** What was verified, why, and who says so. */
export function FormulaireLevee({ action, compte, confirmation, verifications }: Props) {
  const formulaire = useFormulaire(action)
  const erreur = formulaire.erreurDe('verifie')
  if (formulaire.etat.statut === 'FAIT') return <Message>{formulaire.etat.message}</Message>
  return (
    <Formulaire
      formulaire={formulaire}
      caches={{ compte }}
      bouton="Demander le retrait"
      poids="second"
      className="space-y-4"
    >
      <fieldset id="verifie" tabIndex={-1} {...descriptionChamp('verifie', undefined, erreur)}>
        <legend className="font-semibold">Ce que vous venez de vérifier (deux au moins)</legend>
        <PrecisionsChamp nom="verifie" indice={undefined} erreur={erreur} />
        {verifications.map(({ code, libelle }) => (
          <CaseACocher key={code} type="checkbox" id={`verifie-${code}`} name="verifie" value={code}>
            {libelle}
          </CaseACocher>
        ))}
      </fieldset>
      <Champ
        nom="motif"
        libelle="Ce qui est arrivé"
        indice="Par exemple : téléphone volé, dit au guichet."
        erreur={formulaire.erreurDe('motif')}
        type="text"
        defaultValue={formulaire.valeurDe('motif')}
        autoComplete="off"
        maxLength={500}
      />
      <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
    </Formulaire>
  )
}

export function FormulaireSuite({
  action,
  compte,
  confirmation,
  bouton,
}: Commun & { readonly bouton: string }) {
  const formulaire = useFormulaire(action)
  if (formulaire.etat.statut === 'FAIT') return <Message>{formulaire.etat.message}</Message>
  return (
    <Formulaire
      formulaire={formulaire}
      caches={{ compte }}
      bouton={bouton}
      poids="second"
      className="space-y-4"
    >
      <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
    </Formulaire>
  )
}
