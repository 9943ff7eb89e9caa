'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { Champ } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { DemandeEnvoyee } from './demande-envoyee'

interface Proprietes {
  readonly action: ActionFormulaire
  /** The key of this form, the contract, and the calculator's questions and answers. */
  readonly caches: Readonly<Record<string, string>>
  /** Who enters is to be named. */
  readonly identite: boolean
  readonly bouton: string
}

export function FormulaireContrat({ action, caches, identite, bouton }: Proprietes) {
  const formulaire = useFormulaire(action)
  const [bloque, setBloque] = useState(false)
  const { etat, enCours, erreurDe, valeurDe } = formulaire
  if (etat.statut === 'FAIT') return <DemandeEnvoyee {...etat} />
  const champ = (nom: string, libelle: string, indice?: string) => (
    <Champ
      nom={nom}
      libelle={libelle}
      indice={indice}
      erreur={erreurDe(nom)}
      type="text"
      autoComplete="off"
      defaultValue={valeurDe(nom)}
    />
  )
  return (
    <Formulaire
      formulaire={formulaire}
      caches={caches}
      bloque={bloque}
      bouton={enCours ? 'Envoi en cours…' : bouton}
      className="space-y-6"
    >
      {identite ? (
        <>
          {champ('prenom', 'Son prénom')}
          {champ('nom', 'Son nom')}
          {champ(
            'nir',
            'Son numéro de sécurité sociale (facultatif)',
            '15 caractères, sur son attestation de droits. Pour un nouveau-né, celui du parent qui le déclare.',
          )}
          {champ(
            'rang',
            'Si c’est un jumeau : son ordre de naissance (facultatif)',
            '1 ou 2. Laissez vide sinon.',
          )}
        </>
      ) : null}
      <ChampFichiers
        etat={etat}
        erreur={erreurDe('fichiers')}
        libelle="Les documents demandés"
        surBlocage={setBloque}
      />
      <ZoneTexte
        nom="texte"
        libelle="Un mot pour nous (facultatif)"
        erreur={erreurDe('texte')}
        valeur={valeurDe('texte')}
        lignes={3}
      />
    </Formulaire>
  )
}
