'use client'

// A client component for one reason: useEnvoi, which shows what the action answered, with JavaScript or without.
import { type ReactNode, useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ChampPaiement } from './champ-paiement'

interface Props {
  readonly action: ActionFormulaire
  readonly champs: readonly ChampPaiement[]
  readonly caches?: Readonly<Record<string, string>>
  readonly bouton: string
  /** What will happen, said before the button. */
  readonly children?: ReactNode
}

export function FormulairePaiement({ action, champs, caches = {}, bouton, children }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const valeurDe = ({ nom, type, valeur }: ChampPaiement) =>
    type === 'password' || type === 'file'
      ? {}
      : { defaultValue: etat.statut === 'ERREUR' ? (etat.valeurs[nom] ?? '') : (valeur ?? '') }
  return (
    <>
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : null}
      <form ref={formulaire} action={soumettre} noValidate className="mt-4 space-y-4">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        {Object.entries(caches).map(([nom, valeur]) => (
          <input key={nom} type="hidden" name={nom} value={valeur} />
        ))}
        {champs.map((champ) => (
          <Champ
            key={champ.nom}
            nom={champ.nom}
            libelle={champ.libelle}
            indice={champ.indice}
            erreur={erreurs.find((erreur) => erreur.champ === champ.nom)?.message ?? null}
            type={champ.type}
            required
            autoComplete={champ.type === 'password' ? 'current-password' : 'off'}
            {...(champ.clavier === undefined ? {} : { inputMode: champ.clavier })}
            {...valeurDe(champ)}
          />
        ))}
        {children}
        <Bouton aria-disabled={enCours}>{bouton}</Bouton>
      </form>
    </>
  )
}
