'use client'

// A client component for one reason: useActionState, which keeps what was typed, with JavaScript or without.
import { useActionState, useEffect, useRef, useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { PrecisionsChamp } from '@/components/ui/champ'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { SITUATIONS } from '@/lib/lexique/projet'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly cle: string
  readonly personnes: readonly { readonly id: string; readonly nom: string }[]
  /** Whom the page that leads here speaks of. */
  readonly pour: string | null
}

const OUI_NON = [
  ['oui', 'Oui'],
  ['non', 'Non'],
] as const

export function FormulairePreuve({ action, cle, personnes, pour }: Proprietes) {
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
  const valeurs: Readonly<Record<string, string>> =
    etat.statut === 'ERREUR' ? etat.valeurs : { personne: pour ?? '' }
  const erreurDe = (nom: string) => erreurs.find((e) => e.champ === nom)?.message ?? null
  const choix = (nom: string, question: string, options: readonly (readonly [string, string])[]) => (
    <fieldset id={nom} aria-describedby={erreurDe(nom) === null ? undefined : `${nom}-erreur`}>
      <legend className="font-semibold">{question}</legend>
      <PrecisionsChamp nom={nom} indice={undefined} erreur={erreurDe(nom)} />
      {options.map(([valeur, libelle]) => (
        <CaseACocher
          key={valeur}
          type="radio"
          name={nom}
          value={valeur}
          defaultChecked={valeurs[nom] === valeur}
        >
          {libelle}
        </CaseACocher>
      ))}
    </fieldset>
  )
  return (
    <form action={soumettre} noValidate className="max-w-texte space-y-6">
      <ResumeErreurs erreurs={erreurs} ref={resume} />
      <input type="hidden" name="cle" value={cle} />
      {choix(
        'personne',
        'De qui s’agit-il ?',
        personnes.map(({ id, nom }) => [id, nom]),
      )}
      {choix('situation', 'Que fait cette personne ?', Object.entries(SITUATIONS))}
      {choix('celibataire', 'Est-elle célibataire ?', OUI_NON)}
      {choix('rattache', 'Est-elle rattachée à votre foyer fiscal ?', OUI_NON)}
      <ChampFichiers etat={etat} erreur={erreurDe('fichiers')} libelle="La preuve" surBlocage={setBloque} />
      <Bouton aria-disabled={enCours || bloque}>
        {enCours ? 'Envoi en cours…' : 'Envoyer cette preuve'}
      </Bouton>
    </form>
  )
}
