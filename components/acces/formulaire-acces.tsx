'use client'

// A client component for one reason: useActionState, which shows the errors of the last submission, with JavaScript or without.
import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { type ActionFormulaire, type ErreurChamp, VIERGE } from '@/lib/formulaire/etat'
import { ChampAcces, type DefinitionChamp } from './champ-acces'

interface Props {
  readonly action: ActionFormulaire
  /** Title of the page, put in front of « Erreur : » when something is wrong. */
  readonly titre: string
  readonly organisme: string
  readonly champs: readonly DefinitionChamp[]
  readonly caches?: Readonly<Record<string, string>>
  readonly bouton: string
  /** What will happen, said before the button. */
  readonly children?: ReactNode
}

export function FormulaireAcces({ action, titre, organisme, champs, caches = {}, bouton, children }: Props) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const prefixe = erreurs.length > 0 ? 'Erreur : ' : ''
  return (
    <>
      <title>{`${prefixe}${titre} – ${organisme}`}</title>
      {etat.statut === 'FAIT' ? (
        <p role="status">{etat.message}</p>
      ) : (
        <form action={soumettre} noValidate>
          <Resume erreurs={erreurs} />
          {Object.entries(caches).map(([nom, valeur]) => (
            <input key={nom} type="hidden" name={nom} value={valeur} />
          ))}
          {champs.map((champ) => (
            <ChampAcces
              key={champ.nom}
              champ={champ}
              valeur={etat.statut === 'ERREUR' ? (etat.valeurs[champ.nom] ?? '') : ''}
              erreur={erreurs.find((erreur) => erreur.champ === champ.nom)?.message ?? null}
            />
          ))}
          {children}
          <button type="submit" aria-disabled={enCours}>
            {bouton}
          </button>
        </form>
      )}
    </>
  )
}

function Resume({ erreurs }: { readonly erreurs: readonly ErreurChamp[] }) {
  const boite = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (erreurs.length > 0) boite.current?.focus()
  }, [erreurs])
  if (erreurs.length === 0) return null
  return (
    <div ref={boite} role="alert" tabIndex={-1} aria-labelledby="resume-erreurs">
      <h2 id="resume-erreurs">À corriger</h2>
      <ul>
        {erreurs.map((erreur) => (
          <li key={erreur.champ}>
            {erreur.champ === '' ? erreur.message : <a href={`#${erreur.champ}`}>{erreur.message}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
