'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { SITUATIONS } from '@/lib/lexique/projet'
import { DemandeEnvoyee } from './demande-envoyee'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly cle: string
  readonly personnes: readonly { readonly id: string; readonly nom: string }[]
  /** Whom the page that leads here speaks of. */
  readonly pour: string | null
}

const OUI_NON = [
  ['oui', 'Oui'],
  ['non', 'Non'],
] as const

export function FormulairePreuve({ action, cle, personnes, pour }: Proprietes) {
  const formulaire = useFormulaire(action)
  const [bloque, setBloque] = useState(false)
  const { etat, enCours, erreurDe } = formulaire
  if (etat.statut === 'FAIT') return <DemandeEnvoyee {...etat} />
  return (
    <Formulaire
      formulaire={formulaire}
      caches={{ cle }}
      bloque={bloque}
      bouton={enCours ? 'Envoi en cours…' : 'Envoyer cette preuve'}
      className="max-w-texte space-y-6"
    >
      <ChoixUnique
        formulaire={formulaire}
        nom="personne"
        question="De qui s’agit-il ?"
        options={personnes.map(({ id, nom }) => [id, nom])}
        depart={pour ?? ''}
      />
      <ChoixUnique
        formulaire={formulaire}
        nom="situation"
        question="Que fait cette personne ?"
        options={Object.entries(SITUATIONS)}
      />
      <ChoixUnique
        formulaire={formulaire}
        nom="celibataire"
        question="Est-elle célibataire ?"
        options={OUI_NON}
      />
      <ChoixUnique
        formulaire={formulaire}
        nom="rattache"
        question="Est-elle rattachée à votre foyer fiscal ?"
        options={OUI_NON}
      />
      <ChampFichiers etat={etat} erreur={erreurDe('fichiers')} libelle="La preuve" surBlocage={setBloque} />
    </Formulaire>
  )
}
