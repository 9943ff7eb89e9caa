'use client'

// A client component for one reason: useActionState, which shows the errors of the last submission.
import { useActionState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly personne: string
  readonly nom: string
}

export function FormulaireRegard({ action, personne, nom }: Proprietes) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  return (
    <section aria-labelledby="titre-regard" className="mt-12">
      <h2 id="titre-regard" className="text-xl">
        Voir ce que voit {nom}
      </h2>
      <p className="mt-1 max-w-texte text-encre-douce">
        Pendant un quart d’heure, vous verrez son espace comme cette personne, sans pouvoir rien y faire.
        C’est noté dans son journal, avec votre raison.
      </p>
      <form action={soumettre} noValidate className="mt-4 space-y-4">
        <ResumeErreurs erreurs={erreurs} />
        <input type="hidden" name="personne" value={personne} />
        <Champ
          nom="motif"
          libelle="Pourquoi ?"
          indice="Par exemple : ne trouve pas son relevé de février."
          erreur={erreurs.find(({ champ }) => champ === 'motif')?.message ?? null}
          type="text"
          autoComplete="off"
          defaultValue={etat.statut === 'ERREUR' ? (etat.valeurs.motif ?? '') : ''}
        />
        <Bouton poids="second" aria-disabled={enCours}>
          Regarder son espace
        </Bouton>
      </form>
    </section>
  )
}
