'use client'

// A client component for one reason: the form, which shows the errors of the last submission.
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { ETENDUES_DELEGATION, MOTIFS_DELEGATION } from '@/lib/lexique/delegations'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
}

const { VOIR, DEMANDER, RECEVOIR } = ETENDUES_DELEGATION

/** Whom one trusts, with what, until when. */
export function FormulaireDonner({ action, titre, organisme }: Proprietes) {
  const formulaire = useFormulaire(action)
  const { erreurDe, valeurDe } = formulaire
  const champ = (nom: string) => ({ nom, erreur: erreurDe(nom), defaultValue: valeurDe(nom), type: 'text' })
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire formulaire={formulaire} bouton="Envoyer ma proposition" className="space-y-8">
        <ChoixUnique
          formulaire={formulaire}
          nom="motif"
          question="Qui est cette personne pour vous ?"
          options={[
            ['CONJOINT', MOTIFS_DELEGATION.CONJOINT],
            ['AIDANT', MOTIFS_DELEGATION.AIDANT],
          ]}
        />
        <fieldset className="space-y-4">
          <legend className="font-semibold">Comment la trouver ?</legend>
          <Champ
            {...champ('email')}
            type="email"
            libelle="Son adresse e-mail"
            indice="Elle reçoit votre proposition, avec ou sans contrat chez nous."
            autoComplete="off"
          />
          <p>Ou, si elle est couverte par un de nos contrats :</p>
          <Champ {...champ('numeroAdherent')} libelle="Le n° adhérent de sa carte" autoComplete="off" />
          <Champ {...champ('prenom')} libelle="Son prénom" autoComplete="off" />
          <Champ {...champ('nom')} libelle="Son nom" autoComplete="off" />
        </fieldset>
        <ChoixUnique
          formulaire={formulaire}
          nom="etendue"
          question="Que pourra-t-elle faire ?"
          options={[
            ['VOIR', VOIR],
            ['DEMANDER', DEMANDER],
            ['RECEVOIR', RECEVOIR],
          ]}
          depart="VOIR"
        />
        <Champ
          {...champ('au')}
          type="date"
          libelle="Jusqu’au (facultatif)"
          indice="Sans date, jusqu’à ce que vous l’arrêtiez."
        />
        <p className="texte text-encre-douce">
          Votre mot de passe, votre e-mail, vos autorisations et votre prélèvement ne se confient à personne.
        </p>
      </Formulaire>
    </>
  )
}
