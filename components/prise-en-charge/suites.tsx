'use client'

import { BoutonAction } from '@/components/acces/bouton-action'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
// A client component for one reason: useEnvoi, which gives back what was typed beside its errors, with JavaScript or without.
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { DecisionVue } from '@/lib/services/prise-en-charge/view'

interface Props {
  readonly vue: DecisionVue
  readonly annuler: ActionFormulaire
  readonly utiliser: ActionFormulaire
}

/** What may still be done of a request. */
export function SuitesPrise({ vue, annuler, utiliser }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(annuler, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  if (!vue.annulable && !vue.utilisable) return null
  return (
    <div className="mt-10 space-y-8 border-t border-filet pt-6">
      {vue.utilisable ? (
        <BoutonAction action={utiliser} caches={{ prise: vue.prise, version: String(vue.version) }}>
          La facture est arrivée
        </BoutonAction>
      ) : null}
      {vue.annulable ? (
        <Form ref={formulaire} action={soumettre} noValidate className="max-w-texte space-y-4">
          <ResumeErreurs erreurs={erreurs} />
          <input type="hidden" name="prise" value={vue.prise} />
          <input type="hidden" name="version" value={vue.version} />
          <Champ
            nom="raisonAnnulation"
            libelle="Annuler, et pourquoi (la personne le lira)"
            indice="Par exemple : séjour reporté par l’établissement. Un accord annulé fait partir une lettre."
            erreur={erreurs.find(({ champ }) => champ === 'raisonAnnulation')?.message ?? null}
            defaultValue={etat.statut === 'ERREUR' ? etat.valeurs.raisonAnnulation : undefined}
            autoComplete="off"
          />
          <Bouton poids="second" aria-disabled={enCours}>
            Annuler cette demande
          </Bouton>
        </Form>
      ) : null}
    </div>
  )
}
