'use client'

// A client component for one reason: useEnvoi, which gives back what was typed beside its errors, with JavaScript or without.
import { BoutonAction } from '@/components/acces/bouton-action'
import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ImpayeVu } from '@/lib/services/impaye/view'
import { Resume } from './suivi-impayes'

interface Props {
  readonly impaye: ImpayeVu
  readonly retenir: ActionFormulaire
  readonly relacher: ActionFormulaire
  /** Null: another role decides. */
  readonly resilier: ActionFormulaire | null
}

/** One unpaid échéance, and what may be done of it. */
export function DecisionImpaye({ impaye, retenir, relacher, resilier }: Props) {
  return (
    <section aria-labelledby="titre-decision" className="mb-10 border-l-4 border-action bg-feuille px-5 py-4">
      <h2 id="titre-decision" className="mb-2 text-xl">
        {impaye.resiliation === null ? 'Cet impayé' : 'Décider de la suite'}
      </h2>
      <Resume impaye={impaye} />
      <div className="mt-4 space-y-8">
        {impaye.retenue === null ? null : (
          <div className="space-y-3">
            <p className="texte">
              La retenue levée, l’étape est annoncée de nouveau : elle part demain au plus tôt.
            </p>
            <BoutonAction action={relacher} caches={{ impaye: impaye.id }}>
              Lever la retenue
            </BoutonAction>
          </div>
        )}
        {impaye.resiliation === null ? null : resilier === null ? (
          <p className="texte">
            Mettre fin au contrat revient à un superviseur. Vous pouvez retenir cet impayé, avec votre raison.
          </p>
        ) : (
          <Resilier impaye={impaye} bornes={impaye.resiliation} action={resilier} />
        )}
        {impaye.retenable ? <Retenir impaye={impaye} action={retenir} /> : null}
      </div>
      <p className="mt-4">
        <a href="/gestion/impayes" className="inline-flex min-h-11 items-center">
          Revenir à la liste, sans rien faire
        </a>
      </p>
    </section>
  )
}

function Retenir({ impaye, action }: { readonly impaye: ImpayeVu; readonly action: ActionFormulaire }) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  return (
    <form ref={formulaire} action={soumettre} noValidate className="max-w-texte space-y-4">
      <ResumeErreurs erreurs={erreurs} />
      <input type="hidden" name="impaye" value={impaye.id} />
      <Champ
        nom="motif"
        libelle="Retenir, et pourquoi"
        indice="Par exemple : échelonnement convenu au téléphone le 12 mars. L’adhérent ne voit pas cette note."
        erreur={erreurs.find(({ champ }) => champ === 'motif')?.message ?? null}
        defaultValue={etat.statut === 'ERREUR' ? etat.valeurs.motif : undefined}
        autoComplete="off"
        required
      />
      <Bouton poids="second" aria-disabled={enCours}>
        Retenir cet impayé
      </Bouton>
    </form>
  )
}

function Resilier({
  impaye,
  bornes,
  action,
}: {
  readonly impaye: ImpayeVu
  readonly bornes: { readonly min: string; readonly max: string }
  readonly action: ActionFormulaire
}) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  return (
    <form ref={formulaire} action={soumettre} noValidate className="max-w-texte space-y-4">
      <ResumeErreurs erreurs={erreurs} />
      <input type="hidden" name="adhesion" value={impaye.adhesionId} />
      <Champ
        nom="dateFin"
        type="date"
        libelle="Dernier jour couvert"
        indice="D’aujourd’hui à la fin de l’année. Les soins d’après ne seront plus remboursés à personne de ce contrat."
        erreur={erreurs.find(({ champ }) => champ === 'dateFin')?.message ?? null}
        defaultValue={etat.statut === 'ERREUR' ? etat.valeurs.dateFin : bornes.min}
        min={bornes.min}
        max={bornes.max}
        required
      />
      <CaseACocher type="checkbox" name="confirme" id="confirme" value="oui">
        Je mets fin au contrat de {impaye.qui}. Le courrier part aussitôt.
      </CaseACocher>
      <Bouton aria-disabled={enCours}>Mettre fin à ce contrat</Bouton>
    </form>
  )
}
