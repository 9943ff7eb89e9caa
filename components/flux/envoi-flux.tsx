'use client'

// A client component for one reason: the form, which shows what the import answered, with JavaScript or without.
import { Champ } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

export function EnvoiFlux({ action }: { readonly action: ActionFormulaire }) {
  const formulaire = useFormulaire(action)
  return (
    <>
      {formulaire.etat.statut === 'FAIT' ? <Message>{formulaire.etat.message}</Message> : null}
      <Formulaire
        formulaire={formulaire}
        bouton={formulaire.enCours ? 'Import en cours…' : 'Importer le fichier'}
        className="mt-4 space-y-4"
      >
        <Champ
          nom="fichier"
          libelle="Fichier de décomptes"
          indice="Au format flux-decomptes/1 (JSON), 20 Mo au plus. Un fichier déjà importé ne change rien."
          erreur={formulaire.erreurDe('fichier')}
          type="file"
          accept=".json,application/json"
          required
        />
      </Formulaire>
    </>
  )
}
