'use client'

// A client component for one reason: the form, which shows the errors of the last submission.
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { MOTIFS_DELEGATION } from '@/lib/lexique/delegations'
import { CHOIX_ETENDUE } from './formulaire-accorder'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
  readonly confirmation: Confirmation
}

/** A judgment that came on paper, and the one whom it names. */
export function FormulaireMesure({ action, titre, organisme, confirmation }: Proprietes) {
  const formulaire = useFormulaire(action)
  const champ = (nom: string) => ({
    nom,
    erreur: formulaire.erreurDe(nom),
    defaultValue: formulaire.valeurDe(nom),
    type: 'text',
    autoComplete: 'off',
  })
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire formulaire={formulaire} bouton="Enregistrer la mesure" className="space-y-8">
        <fieldset className="space-y-4">
          <legend className="text-lg font-semibold">La personne protégée</legend>
          <Champ {...champ('numeroAdherent')} libelle="N° adhérent" />
          <Champ {...champ('prenom')} libelle="Prénom" />
          <Champ {...champ('nom')} libelle="Nom" />
        </fieldset>
        <ChoixUnique
          formulaire={formulaire}
          nom="motif"
          question="La mesure"
          options={[
            ['TUTELLE', MOTIFS_DELEGATION.TUTELLE],
            ['CURATELLE', MOTIFS_DELEGATION.CURATELLE],
            ['PARENT', MOTIFS_DELEGATION.PARENT],
          ]}
        />
        <ChoixUnique
          formulaire={formulaire}
          nom="etendue"
          question="Quels droits ?"
          options={CHOIX_ETENDUE}
        />
        <Champ {...champ('au')} type="date" libelle="Dernier jour de la mesure" />
        <fieldset className="space-y-4">
          <legend className="text-lg font-semibold">Qui agira</legend>
          <Champ {...champ('qui')} libelle="Nom de la personne, ou du service" />
          <Champ {...champ('email')} type="email" libelle="Son adresse e-mail" />
        </fieldset>
        <Champ {...champ('raison')} libelle="Pièce vue" indice="Tribunal, date et n° du jugement." />
        <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
      </Formulaire>
    </>
  )
}
