import { CaseACocher } from './case-a-cocher'
import { PrecisionsChamp } from './champ'
import type { EtatDuFormulaire } from './formulaire'

interface Proprietes {
  readonly formulaire: Pick<EtatDuFormulaire, 'erreurDe' | 'valeurDe'>
  readonly nom: string
  readonly question: string
  /** What is sent, and its words. */
  readonly options: readonly (readonly [string, string])[]
  /** Chosen before anything is; none when absent. */
  readonly depart?: string
}

/** A question with one answer among a few, all of them shown. */
export function ChoixUnique({ formulaire, nom, question, options, depart = '' }: Proprietes) {
  const erreur = formulaire.erreurDe(nom)
  return (
    <fieldset id={nom} aria-describedby={erreur === null ? undefined : `${nom}-erreur`}>
      <legend className="font-semibold">{question}</legend>
      <PrecisionsChamp nom={nom} indice={undefined} erreur={erreur} />
      {options.map(([valeur, libelle]) => (
        <CaseACocher
          key={valeur}
          type="radio"
          name={nom}
          value={valeur}
          defaultChecked={formulaire.valeurDe(nom, depart) === valeur}
        >
          {libelle}
        </CaseACocher>
      ))}
    </fieldset>
  )
}
