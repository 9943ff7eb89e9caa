'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
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
  const { etat, enCours, erreurDe, valeurDe } = formulaire
  if (etat.statut === 'FAIT') return <DemandeEnvoyee {...etat} />
  const choix = (
    nom: string,
    question: string,
    options: readonly (readonly [string, string])[],
    depart = '',
  ) => (
    <fieldset id={nom} aria-describedby={erreurDe(nom) === null ? undefined : `${nom}-erreur`}>
      <legend className="font-semibold">{question}</legend>
      <PrecisionsChamp nom={nom} indice={undefined} erreur={erreurDe(nom)} />
      {options.map(([valeur, libelle]) => (
        <CaseACocher
          key={valeur}
          type="radio"
          name={nom}
          value={valeur}
          defaultChecked={valeurDe(nom, depart) === valeur}
        >
          {libelle}
        </CaseACocher>
      ))}
    </fieldset>
  )
  return (
    <Formulaire
      formulaire={formulaire}
      caches={{ cle }}
      bloque={bloque}
      bouton={enCours ? 'Envoi en cours…' : 'Envoyer cette preuve'}
      className="max-w-texte space-y-6"
    >
      {choix(
        'personne',
        'De qui s’agit-il ?',
        personnes.map(({ id, nom }) => [id, nom]),
        pour ?? '',
      )}
      {choix('situation', 'Que fait cette personne ?', Object.entries(SITUATIONS))}
      {choix('celibataire', 'Est-elle célibataire ?', OUI_NON)}
      {choix('rattache', 'Est-elle rattachée à votre foyer fiscal ?', OUI_NON)}
      <ChampFichiers etat={etat} erreur={erreurDe('fichiers')} libelle="La preuve" surBlocage={setBloque} />
    </Formulaire>
  )
}
