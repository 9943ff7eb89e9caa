'use client'

// A client component for one reason: useActionState.
import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { CHOIX_OBJET } from '@/lib/lexique/depot'
import { ChampFichiers } from './champ-fichiers'

interface Proprietes {
  readonly action: ActionFormulaire
  /** Of whom the piece speaks, when the page that leads here says it. */
  readonly pour?: { readonly personneId: string; readonly nom: string } | null
}

export function EnvoiDocuments({ action, pour = null }: Proprietes) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const [bloque, setBloque] = useState(false)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const recus = etat.statut === 'ERREUR' ? (etat.valeurs.recus ?? '') : ''
  const objet = pour === null ? undefined : 'JUSTIFICATIF'
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const retenir = (evenement: FormEvent) => {
    if (bloque || enCours) evenement.preventDefault()
  }
  const erreurDe = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message ?? null
  return (
    <>
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : null}
      {recus === '' ? null : <Message>{recus}</Message>}
      <form action={soumettre} onSubmit={retenir} noValidate className="mt-6 space-y-6">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        {pour === null ? null : (
          <p className="max-w-texte">
            Document pour <strong>{pour.nom}</strong>.
            <input type="hidden" name="personne" value={pour.personneId} />
          </p>
        )}
        <fieldset id="objet" aria-describedby={erreurDe('objet') === null ? undefined : 'objet-erreur'}>
          <legend className="font-semibold">Qu’envoyez-vous ?</legend>
          <PrecisionsChamp nom="objet" indice={undefined} erreur={erreurDe('objet')} />
          {CHOIX_OBJET.map(({ valeur, libelle }) => (
            <CaseACocher
              key={valeur}
              type="radio"
              name="objet"
              value={valeur}
              defaultChecked={valeur === (etat.statut === 'ERREUR' ? etat.valeurs.objet : objet)}
            >
              {libelle}
            </CaseACocher>
          ))}
        </fieldset>
        <ChampFichiers etat={etat} erreur={erreurDe('fichiers')} surBlocage={setBloque} />
        <Bouton aria-disabled={enCours || bloque}>
          {enCours ? 'Envoi en cours…' : 'Envoyer ces documents'}
        </Bouton>
      </form>
    </>
  )
}
