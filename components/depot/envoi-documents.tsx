'use client'

// A client component for two reasons: useEnvoi, and saying at the moment of choosing that a file will not be taken. Without
// JavaScript the form is the same and the server says it.
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, PrecisionsChamp } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { ACCEPTES, refusAuChoix, refusEnvoi } from '@/lib/formulaire/piece'
import { CHOIX_OBJET, phraseRefusNomme, phraseRefusPiece } from '@/lib/lexique/depot'
import { octetsEnMots } from '@/lib/lexique/formats'

interface Choix {
  readonly gardes: readonly { readonly nom: string; readonly taille: number }[]
  /** Sentences about the files left out. */
  readonly ecartes: readonly string[]
  /** Why the rest cannot go together. */
  readonly blocage: string | null
}

const AUCUN: Choix = { gardes: [], ecartes: [], blocage: null }

/** Takes out of the field what would be refused, and says why. */
function trier(champ: HTMLInputElement): Choix {
  const fichiers = [...(champ.files ?? [])]
  const bons = new DataTransfer()
  const ecartes: string[] = []
  for (const fichier of fichiers) {
    const refus = refusAuChoix(fichier)
    if (refus === null) bons.items.add(fichier)
    else ecartes.push(phraseRefusNomme(fichier.name, refus, 'CHOIX'))
  }
  if (ecartes.length > 0) champ.files = bons.files
  const gardes = [...bons.files]
  const refus = refusEnvoi(gardes)
  return {
    gardes: gardes.map(({ name, size }) => ({ nom: name, taille: size })),
    ecartes,
    blocage: refus === null ? null : phraseRefusPiece(refus),
  }
}

interface Proprietes {
  readonly action: ActionFormulaire
  readonly titre: string
  readonly organisme: string
  /** Of whom the piece speaks, when the page that leads here says it. */
  readonly pour?: { readonly personneId: string; readonly nom: string } | null
}

export function EnvoiDocuments({ action, titre, organisme, pour = null }: Proprietes) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const [choix, setChoix] = useState<Choix>(AUCUN)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const recus = etat.statut === 'ERREUR' ? (etat.valeurs.recus ?? '') : ''
  const objet = pour === null ? undefined : 'JUSTIFICATIF'
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // React has emptied the form: what was chosen is gone from the field, unless the network alone was lost.
    const champ = formulaire.current?.elements.namedItem('fichiers')
    if (etat.statut !== 'VIERGE') setChoix(champ instanceof HTMLInputElement ? trier(champ) : AUCUN)
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat, formulaire])
  const retenir = (evenement: FormEvent) => {
    if (choix.blocage !== null || enCours) evenement.preventDefault()
  }
  const erreurDe = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message ?? null
  return (
    <>
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${titre} – ${organisme}`}</title>
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : null}
      {recus === '' ? null : <Message>{recus}</Message>}
      <form ref={formulaire} action={soumettre} onSubmit={retenir} noValidate className="mt-6 space-y-6">
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
        <div>
          <Champ
            nom="fichiers"
            libelle="Vos fichiers"
            indice="PDF ou photos (JPEG, PNG), 10 Mo chacun, 5 à la fois. Un papier posé à plat, bien éclairé, se lit mieux."
            erreur={choix.blocage ?? erreurDe('fichiers')}
            type="file"
            className="file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-action-pale file:px-3 file:py-1 file:font-semibold file:text-action"
            multiple
            accept={ACCEPTES}
            onChange={(evenement: ChangeEvent<HTMLInputElement>) => setChoix(trier(evenement.target))}
          />
          <FichiersChoisis {...choix} />
        </div>
        <Bouton aria-disabled={enCours || choix.blocage !== null}>
          {enCours ? 'Envoi en cours…' : 'Envoyer ces documents'}
        </Bouton>
      </form>
    </>
  )
}

/** Announced as it changes: what will leave, and what will not. */
function FichiersChoisis({ gardes, ecartes }: Choix) {
  return (
    <div aria-live="polite" className="mt-2 max-w-texte space-y-2">
      {ecartes.map((phrase) => (
        <p key={phrase} className="border-l-4 border-erreur pl-3 text-erreur">
          {phrase}
        </p>
      ))}
      {gardes.length === 0 ? null : (
        <ul className="space-y-1">
          {gardes.map(({ nom, taille }) => (
            <li key={`${nom} ${taille}`} className="wrap-anywhere">
              {nom} <span className="whitespace-nowrap text-encre-douce">({octetsEnMots(taille)})</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
