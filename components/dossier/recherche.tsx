'use client'

import { useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
// A client component for one reason: useEnvoi, which shows who was found under the form, with JavaScript or without.
import { useEnvoi } from '@/components/ui/envoi'
import { EtatVide } from '@/components/ui/etat-vide'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { RechercheVue } from '@/lib/services/dossier/view'

const DEPART: EtatFormulaire<RechercheVue> = VIERGE

export function Recherche({ action }: { readonly action: ActionFormulaire<RechercheVue> }) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, DEPART)
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' || etat.statut === 'REPONSE' ? etat.valeurs : {}
  return (
    <>
      <Form ref={formulaire} action={soumettre} noValidate className="space-y-4">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        <Champ
          nom="q"
          libelle="Qui cherchez-vous ?"
          indice="Un nom, un prénom et un nom, un numéro d’adhérent ou de demande (D-000123), ou un numéro de sécurité sociale en entier."
          erreur={erreurs.find(({ champ }) => champ === 'q')?.message ?? null}
          type="search"
          autoComplete="off"
          defaultValue={valeurs.q ?? ''}
          key={valeurs.q}
        />
        <Bouton aria-disabled={enCours}>{enCours ? 'Un instant…' : 'Chercher'}</Bouton>
      </Form>
      <div aria-live="polite" className="mt-8">
        {etat.statut === 'REPONSE' ? <Trouvees {...etat.reponse} /> : null}
      </div>
    </>
  )
}

function Trouvees({ trouvees, reste, demande }: RechercheVue) {
  return (
    <>
      {demande === null ? null : (
        <p className="mb-6">
          <a href={demande.href} className="inline-flex min-h-11 items-center font-semibold">
            Ouvrir la demande {demande.titre}
          </a>
        </p>
      )}
      {demande !== null && trouvees.length === 0 ? null : <Personnes trouvees={trouvees} reste={reste} />}
    </>
  )
}

function Personnes({ trouvees, reste }: Omit<RechercheVue, 'demande'>) {
  if (trouvees.length === 0)
    return (
      <EtatVide titre="Personne">
        <p>Vérifiez l’orthographe, ou cherchez par le numéro d’adhérent de la carte.</p>
      </EtatVide>
    )
  return (
    <>
      <h2 className="text-lg">
        {reste
          ? `Plus de ${trouvees.length} personnes`
          : trouvees.length === 1
            ? 'Une personne'
            : `${trouvees.length} personnes`}
      </h2>
      {reste ? <p className="text-encre-douce">Ajoutez le prénom pour en trouver moins.</p> : null}
      <ul className="mt-2 divide-y divide-filet border-y border-filet">
        {trouvees.map(({ id, nom, ne, contrats }) => (
          <li key={id} className="py-1">
            <a href={`/gestion/adherents/${id}`} className="inline-flex min-h-11 items-center font-semibold">
              {nom}
            </a>
            <span className="block text-sm text-encre-douce">
              Naissance : {ne}. {contrats === '' ? 'Aucun contrat.' : `Contrat ${contrats}.`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
