'use client'

// A client component for one reason: the form, which shows the errors of the last submission.
import { Champ } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly personne: string
  readonly nom: string
}

export function FormulaireRegard({ action, personne, nom }: Proprietes) {
  const formulaire = useFormulaire(action)
  const { erreurDe, valeurDe } = formulaire
  return (
    <section aria-labelledby="titre-regard" className="mt-12">
      <h2 id="titre-regard" className="text-xl">
        Voir ce que voit {nom}
      </h2>
      <p className="mt-1 max-w-texte text-encre-douce">
        Pendant un quart d’heure, vous verrez son espace comme cette personne, sans pouvoir rien y faire.
        C’est noté dans son journal, avec votre raison.
      </p>
      <Formulaire
        formulaire={formulaire}
        caches={{ personne }}
        bouton="Regarder son espace"
        poids="second"
        className="mt-4 space-y-4"
      >
        <Champ
          nom="motif"
          libelle="Pourquoi ?"
          indice="Par exemple : ne trouve pas son relevé de février."
          erreur={erreurDe('motif')}
          type="text"
          autoComplete="off"
          defaultValue={valeurDe('motif')}
        />
      </Formulaire>
    </section>
  )
}
