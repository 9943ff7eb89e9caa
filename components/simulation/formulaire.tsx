'use client'

// A client component for one reason: useEnvoi, which shows the answer under the form and keeps what was typed, with JavaScript or without.
import { useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ChampView, FormulaireView, ReponseSimulation } from '@/lib/services/simulation/view'
import { ChampSimulation } from './champ-simulation'
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
  const dessiner = (champ: ChampView) => (
    <ChampSimulation
      key={champ.nom}
      champ={champ}
      valeur={valeurs[champ.nom] ?? champ.depart}
      erreur={erreurDe(champ.nom)}
    />
  )
  const rares = vue.champs.filter((champ) => champ.rare === true)
  return (
    <>
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${vue.titre} – ${organisme}`}</title>
      <form ref={formulaire} action={soumettre} noValidate className="max-w-texte space-y-6 print:hidden">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        <input type="hidden" name="soin" value={vue.soin} />
        {vue.champs.filter((champ) => champ.rare !== true).map(dessiner)}
        {rares.length === 0 ? null : (
          <details open={rares.some(({ nom }) => erreurDe(nom) !== null || (valeurs[nom] ?? '') !== '')}>
            <summary className="inline-flex min-h-11 items-center text-action">
              <span className="underline underline-offset-4">Préciser (facultatif)</span>
            </summary>
            <div className="mt-3 space-y-6">{rares.map(dessiner)}</div>
          </details>
        )}
        <Bouton aria-disabled={enCours}>{enCours ? 'Un instant…' : 'Calculer mon remboursement'}</Bouton>
      </form>
      {etat.statut === 'REPONSE' ? <Reponse reponse={etat.reponse} titre={reponse} /> : null}
    </>
  )
}
