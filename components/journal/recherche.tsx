'use client'

import { useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
// A client component for one reason: useEnvoi, which shows what was found under the form, with JavaScript or without.
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { TrouveeAuJournal } from '@/lib/services/journal/view'

const DEPART: EtatFormulaire<readonly TrouveeAuJournal[]> = VIERGE

export function Recherche({ action }: { readonly action: ActionFormulaire<readonly TrouveeAuJournal[]> }) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, DEPART)
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' || etat.statut === 'REPONSE' ? etat.valeurs : {}
  return (
    <div className="mb-8">
      <Form ref={formulaire} action={soumettre} noValidate className="space-y-4">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        <Champ
          nom="q"
          libelle="De qui ?"
          indice="L’e-mail d’un compte, un numéro d’adhérent, ou le nom d’un membre du personnel."
          erreur={erreurs.find(({ champ }) => champ === 'q')?.message ?? null}
          type="search"
          autoComplete="off"
          defaultValue={valeurs.q ?? ''}
          key={valeurs.q}
        />
        <Bouton poids="second" aria-disabled={enCours}>
          {enCours ? 'Un instant…' : 'Chercher'}
        </Bouton>
      </Form>
      <div aria-live="polite" className="mt-4">
        {etat.statut === 'REPONSE' ? <Trouvees trouvees={etat.reponse} /> : null}
      </div>
    </div>
  )
}

function Trouvees({ trouvees }: { readonly trouvees: readonly TrouveeAuJournal[] }) {
  if (trouvees.length === 0) return <p>Personne : vérifiez ce que vous avez saisi.</p>
  return (
    <ul className="divide-y divide-filet border-y border-filet">
      {trouvees.map(({ genre, id, nom, precision }) => (
        <li key={id} className="py-1">
          <a
            href={`/gestion/journal?${genre}=${id}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {genre === 'compte' ? `Ce qu’a fait ${nom}` : `Le dossier de ${nom}`}
          </a>
          <span className="block text-sm text-encre-douce">{precision}</span>
        </li>
      ))}
    </ul>
  )
}
