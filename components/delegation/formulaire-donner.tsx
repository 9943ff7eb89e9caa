'use client'

// A client component for one reason: the form, which shows the errors of the last submission.
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { ETENDUES_DELEGATION, MOTIFS_DELEGATION } from '@/lib/lexique/delegations'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
  readonly confirmation: Confirmation
}

const PROTEGER = `/adherent/mon-compte/securite?retour=${encodeURIComponent('/adherent/mon-compte/delegations/donner')}`

const { VOIR, DEMANDER, RECEVOIR } = ETENDUES_DELEGATION

/** Whom one trusts, with what, until when. */
export function FormulaireDonner({ action, titre, organisme, confirmation }: Proprietes) {
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
        {confirmation.installer ? (
          <p className="texte">
            Pour confier aussi le choix du compte qui reçoit vos remboursements, votre mot de passe ne suffit
            pas : <a href={PROTEGER}>ajoutez d’abord une seconde protection</a>, puis revenez ici.
          </p>
        ) : null}
        <Champ
          {...champ('au')}
          type="date"
          libelle="Jusqu’au (facultatif)"
          indice="Sans date, jusqu’à ce que vous l’arrêtiez."
        />
        <ConfirmerIdentite confirmation={confirmation} formulaire={formulaire} />
        <p className="texte text-encre-douce">
          Un message part à votre adresse e-mail, pour que personne ne confie votre espace sans que vous le
          sachiez. Votre mot de passe, votre e-mail, vos autorisations et votre prélèvement ne se confient à
          personne.
        </p>
      </Formulaire>
    </>
  )
}
