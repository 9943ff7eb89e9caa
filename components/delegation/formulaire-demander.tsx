'use client'

// A client component for one reason: the form, which shows the errors of the last submission.
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { ACCEPTES } from '@/lib/formulaire/piece'
import { MOTIFS_DELEGATION } from '@/lib/lexique/delegations'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
}

/** By what title one acts, for whom, and its proof. */
export function FormulaireDemander({ action, titre, organisme }: Proprietes) {
  const formulaire = useFormulaire(action)
  const { erreurDe, valeurDe } = formulaire
  const champ = (nom: string) => ({
    nom,
    erreur: erreurDe(nom),
    defaultValue: valeurDe(nom),
    type: 'text',
    autoComplete: 'off',
  })
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire formulaire={formulaire} bouton="Envoyer ma demande" className="space-y-8">
        <ChoixUnique
          formulaire={formulaire}
          nom="motif"
          question="À quel titre agissez-vous ?"
          options={[
            ['PARENT', MOTIFS_DELEGATION.PARENT],
            ['TUTELLE', MOTIFS_DELEGATION.TUTELLE],
            ['CURATELLE', MOTIFS_DELEGATION.CURATELLE],
          ]}
        />
        <fieldset className="space-y-4">
          <legend className="font-semibold">Pour qui ?</legend>
          <Champ {...champ('numeroAdherent')} libelle="N° adhérent de la carte qui couvre cette personne" />
          <Champ {...champ('prenom')} libelle="Son prénom" />
          <Champ {...champ('nom')} libelle="Son nom" />
          <Champ {...champ('naissance')} type="date" libelle="Sa date de naissance" />
        </fieldset>
        <Champ
          {...champ('au')}
          type="date"
          libelle="Dernier jour de la mesure"
          indice="Écrit sur le jugement. Pour un parent, laissez vide : l’autorisation s’arrête aux 16 ans de l’enfant, qui choisit ensuite lui-même."
        />
        <Champ
          nom="piece"
          type="file"
          accept={ACCEPTES}
          libelle="Votre preuve"
          indice="Le jugement, ou le livret de famille : une photo ou un PDF."
          erreur={erreurDe('piece')}
        />
      </Formulaire>
    </>
  )
}
