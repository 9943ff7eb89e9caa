'use client'

import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'
// A client component for one reason: useEnvoi, which gives back what was typed beside its errors, with JavaScript or without.
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Choix {
  readonly valeur: string
  readonly libelle: string
}

interface Props {
  readonly action: ActionFormulaire
  readonly genres: readonly Choix[]
  readonly natures: readonly Choix[]
}

/** For whom, and what: the form that follows depends on it. */
export function OuverturePrise({ action, genres, natures }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' ? etat.valeurs : {}
  const erreurDe = (champ: string) => erreurs.find((e) => e.champ === champ)?.message ?? null
  return (
    <Form
      key={JSON.stringify(valeurs)}
      ref={formulaire}
      action={soumettre}
      noValidate
      className="max-w-texte space-y-5"
    >
      <ResumeErreurs erreurs={erreurs} />
      <Champ
        nom="numeroAdherent"
        libelle="Numéro d’adhérent"
        erreur={erreurDe('numeroAdherent')}
        defaultValue={valeurs.numeroAdherent}
        autoComplete="off"
        className="max-w-56"
      />
      <Radios
        nom="genre"
        legende="Que demande-t-on ?"
        choix={genres}
        valeur={valeurs.genre}
        erreur={erreurDe('genre')}
      />
      <Radios
        nom="nature"
        legende="Pour quels soins ?"
        choix={natures}
        valeur={valeurs.nature}
        erreur={erreurDe('nature')}
      />
      <Bouton aria-disabled={enCours}>Continuer</Bouton>
    </Form>
  )
}

interface RadiosProps {
  readonly nom: string
  readonly legende: string
  readonly choix: readonly Choix[]
  readonly valeur: string | undefined
  readonly erreur: string | null
}

export function Radios({ nom, legende, choix, valeur, erreur }: RadiosProps) {
  return (
    <fieldset id={nom} {...descriptionChamp(nom, undefined, erreur)}>
      <legend className="font-semibold">{legende}</legend>
      <PrecisionsChamp nom={nom} erreur={erreur} />
      <div className="flex flex-wrap gap-x-8">
        {choix.map((c, rang) => (
          <CaseACocher
            key={c.valeur}
            type="radio"
            name={nom}
            value={c.valeur}
            defaultChecked={valeur === undefined ? rang === 0 : c.valeur === valeur}
          >
            {c.libelle}
          </CaseACocher>
        ))}
      </div>
    </fieldset>
  )
}
