'use client'

// A client component for one reason: useEnvoi, which shows what the action answered, with JavaScript or without.
import { useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { LIBELLE_SUPPORT } from '@/lib/lexique/preferences-envoi'
import type { PreferenceVue } from '@/lib/services/preference-envoi/view'

interface Props {
  readonly action: ActionFormulaire
  readonly preferences: readonly PreferenceVue[]
  readonly titre: string
  readonly organisme: string
}

export function FormulairePreferences({ action, preferences, titre, organisme }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  return (
    <>
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${titre} – ${organisme}`}</title>
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : null}
      <form ref={formulaire} action={soumettre} noValidate className="mt-6 space-y-8">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        {preferences.map(({ nature, libelle, indice, support, origine }) => (
          <fieldset key={nature} id={nature}>
            <legend className="text-lg font-semibold">{libelle}</legend>
            <PrecisionsChamp
              nom={nature}
              indice={`${indice} ${origine}`}
              erreur={erreurs.find((erreur) => erreur.champ === nature)?.message ?? null}
            />
            {(['ELECTRONIQUE', 'PAPIER'] as const).map((choix) => (
              <CaseACocher
                // A new key with the answer kept: React would put back the box of the first rendering.
                key={`${choix} ${support}`}
                type="radio"
                name={nature}
                value={choix}
                defaultChecked={support === choix}
              >
                {LIBELLE_SUPPORT[choix]}
              </CaseACocher>
            ))}
          </fieldset>
        ))}
        <div className="texte border-l-4 border-filet pl-5">
          <p>
            Le choix vaut dès maintenant, pour les documents à venir ; ceux qui sont déjà faits restent où ils
            sont. Tous restent visibles dans votre espace. Électronique : un e-mail vous avertit, sans rien
            dire du contenu. Papier : aucun e-mail, la lettre part à votre adresse postale.
          </p>
        </div>
        <Bouton aria-disabled={enCours}>Enregistrer ces choix</Bouton>
      </form>
    </>
  )
}
