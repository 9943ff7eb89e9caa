'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { Champ } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

const INDICE_TEXTE = 'Une ligne vide sépare deux paragraphes. Le texte part tel quel, sans mise en forme.'

export function FormulaireCourrier({ action }: { readonly action: ActionFormulaire }) {
  const formulaire = useFormulaire(action)
  const { enCours, erreurDe, valeurDe } = formulaire
  return (
    <Formulaire
      formulaire={formulaire}
      bouton={enCours ? 'Un instant…' : 'Écrire ce courrier à l’adhérent'}
      className="max-w-texte space-y-6"
    >
      <Champ
        nom="numeroAdherent"
        libelle="Numéro d’adhérent"
        indice="Celui du contrat, tel qu’il est sur la carte. Les zéros du début ne comptent pas."
        erreur={erreurDe('numeroAdherent')}
        defaultValue={valeurDe('numeroAdherent')}
        autoComplete="off"
        required
      />
      <Champ
        nom="objet"
        libelle="Objet"
        indice="Par exemple : Votre demande de prise en charge du 2 mars."
        erreur={erreurDe('objet')}
        defaultValue={valeurDe('objet')}
        autoComplete="off"
        required
      />
      <ZoneTexte
        nom="texte"
        libelle="Texte"
        indice={INDICE_TEXTE}
        erreur={erreurDe('texte')}
        valeur={valeurDe('texte')}
        lignes={14}
      />
      <p className="text-encre-douce">Une fois écrit, un courrier ne se modifie plus : l’adhérent le voit.</p>
    </Formulaire>
  )
}
