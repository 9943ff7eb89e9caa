'use client'

// A client component for one reason: the form, which gives back what was typed beside its errors, with JavaScript or without.
import { useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { Champ } from '@/components/ui/champ'
import { Formulaire, TitreDuFormulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { DemandeEnvoyee } from './demande-envoyee'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly cle: string
  /** What the page that leads here already knows. */
  readonly saisie: {
    readonly cessation: string
    readonly indemnisation: string
    readonly duree: string
  }
  readonly organisme: string
  readonly titre: string
}

export function FormulairePortabilite({ action, cle, saisie, organisme, titre }: Proprietes) {
  const formulaire = useFormulaire(action)
  const [bloque, setBloque] = useState(false)
  const { etat, enCours, erreurDe, valeurDe } = formulaire
  if (etat.statut === 'FAIT') return <DemandeEnvoyee {...etat} />
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
        <Champ
          nom="cessation"
          libelle="Dernier jour du contrat de travail"
          erreur={erreurDe('cessation')}
          type="date"
          defaultValue={valeurDe('cessation', saisie.cessation)}
        />
        <Champ
          nom="duree"
          libelle="Durée de votre dernier contrat de travail, en mois (facultatif)"
          indice="Un mois commencé compte entier. Au-delà de douze, écrivez 12. Elle est sur le certificat de travail."
          erreur={erreurDe('duree')}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-24"
          defaultValue={valeurDe('duree', saisie.duree)}
        />
        <Champ
          nom="indemnisation"
          libelle="Dernier jour d’indemnisation (facultatif)"
          indice="Sur la notification de vos droits au chômage."
          erreur={erreurDe('indemnisation')}
          type="date"
          defaultValue={valeurDe('indemnisation', saisie.indemnisation)}
        />
        <ChampFichiers
          etat={etat}
          erreur={erreurDe('fichiers')}
          libelle="La preuve que l’assurance chômage vous indemnise"
          indice="Un avis de paiement ou la notification de vos droits. PDF ou photos. Sans elle, envoyez quand même : nous vous la demanderons."
          surBlocage={setBloque}
        />
      </Formulaire>
    </>
  )
}
