'use client'

// A client component for one reason: useEnvoi, which shows the errors of the last submission, with JavaScript or without.
import { type ReactNode, useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
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
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const prefixe = erreurs.length > 0 ? 'Erreur : ' : ''
  return (
    <>
      <title>{`${prefixe}${titre} – ${organisme}`}</title>
      {etat.statut === 'FAIT' ? (
        <Message>{etat.message}</Message>
      ) : (
        <form ref={formulaire} action={soumettre} noValidate className="space-y-6">
          <ResumeErreurs erreurs={erreurs} ref={resume} />
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
          <Bouton aria-disabled={enCours}>{bouton}</Bouton>
        </form>
      )}
    </>
  )
}
