'use client'

// A client component for one reason: useActionState, which shows the answer under the form and keeps what was typed, with JavaScript or without.
import { useActionState, useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ChampView, FormulaireView, GroupeRare } from '@/lib/services/formulaire-simulation/view'
import type { ReponseSimulation } from '@/lib/services/simulation/view'
import { ChampSimulation } from './champ-simulation'
import { Reponse } from './reponse'

interface Proprietes {
  readonly vue: FormulaireView
  readonly organisme: string
  readonly action: ActionFormulaire<ReponseSimulation>
}

const DEPART: EtatFormulaire<ReponseSimulation> = VIERGE

/** One line an eye, like the paper it is copied from. */
const LIGNE_PAR_OEIL = 'grid gap-6 sm:grid-cols-3'

const GROUPES: readonly {
  readonly groupe: GroupeRare
  readonly titre: string
  readonly aide: string | null
  readonly grille: string
}[] = [
  {
    groupe: 'ORDONNANCE',
    titre: 'Recopier mon ordonnance (facultatif)',
    aide: 'L’ordonnance a une ligne par œil : OD pour l’œil droit, OG pour l’œil gauche. Elle se lit de gauche à droite : la sphère, puis le cylindre entre parenthèses et un angle en degrés que vous laissez, puis l’addition, pour voir de près. Exemple : OD -2,25 (-0,50) 90° Add 2,00.',
    grille: LIGNE_PAR_OEIL,
  },
  {
    groupe: 'ANCIENNE',
    titre: 'Recopier aussi l’ordonnance d’avant (facultatif)',
    aide: 'Celle des lunettes que vous remplacez : nous comparons les deux, et vous disons si la vue a assez changé.',
    grille: LIGNE_PAR_OEIL,
  },
  { groupe: 'PRECISER', titre: 'Préciser (facultatif)', aide: null, grille: 'space-y-6' },
]

export function FormulaireSimulation({ vue, organisme, action }: Proprietes) {
  const [etat, soumettre, enCours] = useActionState(action, DEPART)
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
  return (
    <>
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${vue.titre} – ${organisme}`}</title>
      <form action={soumettre} noValidate className="max-w-texte space-y-6 print:hidden">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        <input type="hidden" name="soin" value={vue.soin} />
        {vue.champs.filter((champ) => champ.rare === undefined).map(dessiner)}
        {GROUPES.map(({ groupe, titre, aide, grille }) => {
          const siens = vue.champs.filter((champ) => champ.rare === groupe)
          const touche = ({ nom, depart }: ChampView) =>
            erreurDe(nom) !== null || (valeurs[nom] ?? depart) !== depart
          return siens.length === 0 ? null : (
            <details key={groupe} open={siens.some(touche)}>
              <summary className="inline-flex min-h-11 items-center text-action">
                <span className="underline underline-offset-4">{titre}</span>
              </summary>
              {aide === null ? null : <p className="mt-1 text-encre-douce">{aide}</p>}
              <div className={`mt-3 ${grille}`}>{siens.map(dessiner)}</div>
            </details>
          )
        })}
        <Bouton aria-disabled={enCours}>{enCours ? 'Un instant…' : 'Calculer mon remboursement'}</Bouton>
      </form>
      {etat.statut === 'REPONSE' ? <Reponse reponse={etat.reponse} titre={reponse} /> : null}
    </>
  )
}
