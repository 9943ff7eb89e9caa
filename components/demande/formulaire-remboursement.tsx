'use client'

// A client component for one reason: useActionState, which keeps what was typed, with JavaScript or without.
import { useActionState, useEffect, useRef, useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { ChampSimulation } from '@/components/simulation/champ-simulation'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { FormulaireView } from '@/lib/services/simulation/view'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly vue: FormulaireView
  readonly cle: string
  readonly organisme: string
  readonly indicePieces: string
}

const AMO = [
  ['PAYE', 'Oui, et j’ai son décompte'],
  ['NON', 'Non, elle ne rembourse pas ce soin'],
  ['INCONNU', 'Je ne sais pas'],
] as const

export function FormulaireRemboursement({ action, vue, cle, organisme, indicePieces }: Proprietes) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const [bloque, setBloque] = useState(false)
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  if (etat.statut === 'FAIT')
    return (
      <>
        <Message>{etat.message}</Message>
        {etat.suite === undefined ? null : (
          <p className="mt-6">
            <LienBouton href={etat.suite.href}>{etat.suite.libelle}</LienBouton>
          </p>
        )}
      </>
    )
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' ? etat.valeurs : {}
  const erreurDe = (nom: string) => erreurs.find((e) => e.champ === nom)?.message ?? null
  return (
    <>
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}Me faire rembourser : ${vue.titre} – ${organisme}`}</title>
      <form action={soumettre} noValidate className="max-w-texte space-y-6">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        <input type="hidden" name="soin" value={vue.soin} />
        <input type="hidden" name="cle" value={cle} />
        {vue.champs.map((champ) => (
          <ChampSimulation
            key={champ.nom}
            champ={champ}
            valeur={valeurs[champ.nom] ?? champ.depart}
            erreur={erreurDe(champ.nom)}
          />
        ))}
        <fieldset id="amo" aria-describedby={erreurDe('amo') === null ? undefined : 'amo-erreur'}>
          <legend className="font-semibold">
            L’Assurance maladie vous a-t-elle déjà remboursé ce soin ?
          </legend>
          <PrecisionsChamp nom="amo" indice={undefined} erreur={erreurDe('amo')} />
          {AMO.map(([valeur, libelle]) => (
            <CaseACocher
              key={valeur}
              type="radio"
              name="amo"
              value={valeur}
              defaultChecked={valeurs.amo === valeur}
            >
              {libelle}
            </CaseACocher>
          ))}
        </fieldset>
        <ChampFichiers
          etat={etat}
          erreur={erreurDe('fichiers')}
          libelle="Vos documents"
          indice={indicePieces}
          surBlocage={setBloque}
        />
        <Bouton aria-disabled={enCours || bloque}>
          {enCours ? 'Envoi en cours…' : 'Envoyer cette demande'}
        </Bouton>
      </form>
    </>
  )
}
