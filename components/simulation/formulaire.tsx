'use client'

// A client component for one reason: useEnvoi, which shows the answer under the form and keeps what was typed, with JavaScript or without.
import { useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { FormulaireView } from '@/lib/services/formulaire-simulation/view'
import type { ReponseSimulation } from '@/lib/services/simulation/view'
import { ChampsSimulation } from './champs'
import { Reponse } from './reponse'

interface Proprietes {
  readonly vue: FormulaireView
  readonly organisme: string
  readonly action: ActionFormulaire<ReponseSimulation>
}

const DEPART: EtatFormulaire<ReponseSimulation> = VIERGE

export function FormulaireSimulation({ vue, organisme, action }: Proprietes) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, DEPART)
  const resume = useRef<HTMLDivElement>(null)
  const reponse = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
    if (etat.statut === 'REPONSE') reponse.current?.focus()
  }, [etat])
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' || etat.statut === 'REPONSE' ? etat.valeurs : {}
  const erreurDe = (nom: string) => erreurs.find((e) => e.champ === nom)?.message ?? null
  return (
    <>
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${vue.titre} – ${organisme}`}</title>
      <Form ref={formulaire} action={soumettre} noValidate className="max-w-texte space-y-6 print:hidden">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        <input type="hidden" name="soin" value={vue.soin} />
        <ChampsSimulation champs={vue.champs} valeurs={valeurs} erreurDe={erreurDe} />
        <Bouton aria-disabled={enCours}>{enCours ? 'Un instant…' : 'Calculer mon remboursement'}</Bouton>
      </Form>
      {etat.statut === 'REPONSE' ? <Reponse reponse={etat.reponse} soin={vue.soin} titre={reponse} /> : null}
    </>
  )
}
