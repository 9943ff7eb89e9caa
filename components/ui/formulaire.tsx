'use client'

// A client component for one reason: useActionState, which shows what the last submission answered, with JavaScript or without.
import { type ReactNode, useEffect, useRef } from 'react'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { Bouton } from './bouton'
import { useEnvoi } from './envoi'
import { Form } from './form'
import { ResumeErreurs } from './resume-erreurs'

/** A form between two submissions: its errors, what was typed, and the summary that takes the focus when something is wrong. */
export function useFormulaire(action: ActionFormulaire) {
  const [etat, soumettre, enCours, element] = useEnvoi(action, VIERGE)
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  return {
    etat,
    soumettre,
    enCours,
    /** The form itself: what it held is put back when the network was lost. */
    element,
    erreurs,
    resume,
    erreurDe: (nom: string): string | null => erreurs.find(({ champ }) => champ === nom)?.message ?? null,
    /** What was typed, while something is wrong; else what the field begins with. */
    valeurDe: (nom: string, depart = ''): string =>
      etat.statut === 'ERREUR' ? (etat.valeurs[nom] ?? '') : depart,
  }
}

export type EtatDuFormulaire = ReturnType<typeof useFormulaire>

interface Props {
  readonly formulaire: EtatDuFormulaire
  /** Sent without being shown. */
  readonly caches?: Readonly<Record<string, string>> | undefined
  readonly bouton: ReactNode
  readonly poids?: 'principal' | 'second'
  /** What was chosen cannot leave as it is, and a sentence says why. */
  readonly bloque?: boolean
  readonly className?: string
  readonly children?: ReactNode
}

/** The form itself: what is wrong, what is asked, the button. */
export function Formulaire({
  formulaire,
  caches = {},
  bouton,
  poids,
  bloque = false,
  className,
  children,
}: Props) {
  const { soumettre, enCours, element, erreurs, resume } = formulaire
  return (
    <Form ref={element} action={soumettre} noValidate className={className}>
      <ResumeErreurs erreurs={erreurs} ref={resume} />
      {Object.entries(caches).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      {children}
      <Bouton aria-disabled={enCours || bloque} {...(poids === undefined ? {} : { poids })}>
        {bouton}
      </Bouton>
    </Form>
  )
}

interface PropsTitre {
  readonly formulaire: EtatDuFormulaire
  readonly titre: string
  readonly organisme: string
}

/** The title of the page says first that something is wrong. */
export const TitreDuFormulaire = ({ formulaire, titre, organisme }: PropsTitre) => (
  <title>{`${formulaire.erreurs.length > 0 ? 'Erreur : ' : ''}${titre} – ${organisme}`}</title>
)
