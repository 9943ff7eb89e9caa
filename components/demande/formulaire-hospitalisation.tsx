'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { type ComponentProps, useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import {
  type EtatDuFormulaire,
  Formulaire,
  TitreDuFormulaire,
  useFormulaire,
} from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { DemandeEnvoyee } from './demande-envoyee'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly cle: string
  readonly personnes: readonly { readonly id: string; readonly nom: string }[]
  readonly organisme: string
  readonly titre: string
}

const OUI_NON = [
  ['oui', 'Oui'],
  ['non', 'Non'],
] as const

export function FormulaireHospitalisation({ action, cle, personnes, organisme, titre }: Proprietes) {
  const formulaire = useFormulaire(action)
  const [bloque, setBloque] = useState(false)
  const { etat, enCours, erreurDe } = formulaire
  if (etat.statut === 'FAIT') return <DemandeEnvoyee {...etat} />
  const seule = personnes.length === 1 ? (personnes[0]?.id ?? '') : ''
  return (
    <>
      <TitreDuFormulaire formulaire={formulaire} titre={titre} organisme={organisme} />
      <Formulaire
        formulaire={formulaire}
        caches={{ cle }}
        bloque={bloque}
        bouton={enCours ? 'Envoi en cours…' : 'Envoyer cette demande'}
        className="max-w-texte space-y-6"
      >
        <ChoixUnique
          formulaire={formulaire}
          nom="personne"
          question="Qui entre à l’hôpital ?"
          options={personnes.map(({ id, nom }) => [id, nom])}
          depart={seule}
        />
        <Texte formulaire={formulaire} nom="entree" libelle="Date d’entrée" type="date" />
        <Texte formulaire={formulaire} nom="etablissement" libelle="Nom de l’hôpital ou de la clinique" />
        <Texte formulaire={formulaire} nom="ville" libelle="Ville" />
        <Texte
          formulaire={formulaire}
          nom="nuits"
          libelle="Nombre de nuits prévues (facultatif)"
          indice="0 si la personne sort le jour même."
          inputMode="numeric"
          className="max-w-24"
        />
        <ChoixUnique
          formulaire={formulaire}
          nom="chambre"
          question="Demandez-vous une chambre particulière ?"
          options={OUI_NON}
        />
        <Texte
          formulaire={formulaire}
          nom="prixChambre"
          libelle="Prix d’une nuit en chambre particulière (facultatif)"
          indice="Par exemple 60. L’établissement l’affiche ; laissez vide si vous ne le savez pas."
          inputMode="decimal"
          className="max-w-36"
        />
        <Codes formulaire={formulaire} />
        <ChampFichiers
          etat={etat}
          erreur={erreurDe('fichiers')}
          libelle="Le papier de l’hôpital, si vous l’avez"
          indice="Seul le médecin-conseil de la mutuelle l’ouvrira : recopiez au-dessus ce que vous y lisez. PDF ou photos (JPEG, PNG), 10 Mo chacun, 5 à la fois."
          surBlocage={setBloque}
        />
      </Formulaire>
    </>
  )
}

interface PropsChamp {
  readonly formulaire: EtatDuFormulaire
  readonly nom: string
}

function Texte({
  formulaire: { erreurDe, valeurDe },
  ...champ
}: PropsChamp & Omit<ComponentProps<typeof Champ>, 'erreur'>) {
  return (
    <Champ erreur={erreurDe(champ.nom)} defaultValue={valeurDe(champ.nom)} autoComplete="off" {...champ} />
  )
}

/** What the paper of the hospital has; nobody knows it by heart. */
function Codes({ formulaire }: { readonly formulaire: EtatDuFormulaire }) {
  return (
    <fieldset className="space-y-5 border-l-4 border-filet pl-4">
      <legend className="font-semibold">Sur le papier de l’hôpital</legend>
      <p className="text-encre-douce">
        Si vous ne les trouvez pas, laissez vide : nous les demanderons à l’établissement.
      </p>
      <Texte
        formulaire={formulaire}
        nom="codeRisque"
        libelle="Code risque (facultatif)"
        indice="2 chiffres, par exemple 10."
        inputMode="numeric"
        className="max-w-24"
      />
      <Texte
        formulaire={formulaire}
        nom="dmt"
        libelle="DMT, ou discipline médico-tarifaire (facultatif)"
        indice="3 chiffres, parfois 5."
        inputMode="numeric"
        className="max-w-36"
      />
      <Texte
        formulaire={formulaire}
        nom="finess"
        libelle="Numéro FINESS (facultatif)"
        indice="9 caractères."
        className="max-w-56"
      />
    </fieldset>
  )
}
