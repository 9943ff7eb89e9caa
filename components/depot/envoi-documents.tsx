'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
// A client component for one reason: useEnvoi.
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { CHOIX_OBJET } from '@/lib/lexique/depot'
import { ChampFichiers } from './champ-fichiers'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
}

export function EnvoiDocuments({ action, titre, organisme }: Proprietes) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const [bloque, setBloque] = useState(false)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const recus = etat.statut === 'ERREUR' ? (etat.valeurs.recus ?? '') : ''
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
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${titre} – ${organisme}`}</title>
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : null}
      {recus === '' ? null : <Message>{recus}</Message>}
      <Form ref={formulaire} action={soumettre} onSubmit={retenir} noValidate className="mt-6 space-y-6">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        <fieldset id="objet" aria-describedby={erreurDe('objet') === null ? undefined : 'objet-erreur'}>
          <legend className="font-semibold">Qu’envoyez-vous ?</legend>
          <PrecisionsChamp nom="objet" indice={undefined} erreur={erreurDe('objet')} />
          {CHOIX_OBJET.map(({ valeur, libelle }) => (
            <CaseACocher
              key={valeur}
              type="radio"
              name="objet"
              value={valeur}
              defaultChecked={etat.statut === 'ERREUR' && valeur === etat.valeurs.objet}
            >
              {libelle}
            </CaseACocher>
          ))}
        </fieldset>
        <ChampFichiers etat={etat} erreur={erreurDe('fichiers')} surBlocage={setBloque} />
        <Bouton aria-disabled={enCours || bloque}>
          {enCours ? 'Envoi en cours…' : 'Envoyer ces documents'}
        </Bouton>
      </Form>
    </>
  )
}
