'use client'

// A client component for one reason: useEnvoi, which shows the errors of the last submission, with JavaScript or without.
import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { ACCEPTES } from '@/lib/formulaire/piece'
import type { ChampCoordonnees } from './champ-coordonnees'

interface Props {
  readonly action: ActionFormulaire
  /** Title of the page, put after « Erreur : » when something is wrong. */
  readonly titre: string
  readonly organisme: string
  readonly champs: readonly ChampCoordonnees[]
  readonly caches?: Readonly<Record<string, string>>
  readonly bouton: string
  /** Where to go once it is done. */
  readonly retour: string
  /** What will happen and from when, said before the button. */
  readonly children?: ReactNode
}

const parQuatre = ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
  const serre = currentTarget.value.replace(/\s/g, '').toUpperCase()
  currentTarget.value = serre.replace(/(.{4})(?=.)/g, '$1 ')
}

const FICHIER =
  'file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-action-pale file:px-3 file:py-1 file:font-semibold file:text-action'

/** What the browser must know of a field. */
function reglages({ type, autocomplete, clavier }: ChampCoordonnees) {
  return {
    autoComplete: autocomplete ?? 'off',
    ...(clavier === undefined ? {} : { inputMode: clavier }),
    ...(type === 'file' ? { accept: ACCEPTES, className: FICHIER } : {}),
    ...(type === 'iban'
      ? { onBlur: parQuatre, spellCheck: false, autoCapitalize: 'characters', className: 'tabular-nums' }
      : {}),
  }
}

export function FormulaireCoordonnees(props: Props) {
  const { action, titre, organisme, champs, caches = {}, bouton, retour, children } = props
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const valeurDe = ({ nom, type, valeur }: ChampCoordonnees) =>
    type === 'password' || type === 'file'
      ? {}
      : { defaultValue: etat.statut === 'ERREUR' ? (etat.valeurs[nom] ?? '') : (valeur ?? '') }
  if (etat.statut === 'FAIT')
    return (
      <>
        <title>{`${titre} – ${organisme}`}</title>
        <Message>{etat.message}</Message>
        <p className="mt-6">
          <a href={retour} className="inline-flex min-h-11 items-center">
            Revenir à mes coordonnées
          </a>
        </p>
      </>
    )
  return (
    <form ref={formulaire} action={soumettre} noValidate className="space-y-6">
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${titre} – ${organisme}`}</title>
      <ResumeErreurs erreurs={erreurs} ref={resume} />
      {Object.entries(caches).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      {champs.map((champ) => (
        <Champ
          key={champ.nom}
          nom={champ.nom}
          libelle={champ.facultatif === true ? `${champ.libelle} (facultatif)` : champ.libelle}
          indice={champ.indice}
          erreur={erreurs.find((erreur) => erreur.champ === champ.nom)?.message ?? null}
          type={champ.type === 'iban' ? 'text' : champ.type}
          required={champ.facultatif !== true}
          {...reglages(champ)}
          {...valeurDe(champ)}
        />
      ))}
      {children === undefined ? null : <div className="texte border-l-4 border-filet pl-5">{children}</div>}
      <Bouton aria-disabled={enCours}>{bouton}</Bouton>
    </form>
  )
}
