import type { ComponentProps } from 'react'

interface Proprietes extends ComponentProps<'input'> {
  readonly nom: string
  readonly libelle: string
  /** What helps to answer, with an example; read with the field. */
  readonly indice?: string | undefined
  readonly erreur: string | null
}

/** A question and its answer on one line: label above, hint below it, the error beside the field, in the same words as the summary. */
export function Champ({ nom, libelle, indice, erreur, className = '', ...saisie }: Proprietes) {
  return (
    <div className="max-w-lg">
      <label htmlFor={nom} className="block font-semibold">
        {libelle}
      </label>
      <PrecisionsChamp nom={nom} indice={indice} erreur={erreur} />
      <input
        id={nom}
        name={nom}
        {...descriptionChamp(nom, indice, erreur)}
        className={`mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur ${className}`}
        {...saisie}
      />
    </div>
  )
}

/** What a control says of its hint and its error. */
export function descriptionChamp(nom: string, indice: string | undefined, erreur: string | null) {
  const ids = [indice === undefined ? null : `${nom}-indice`, erreur === null ? null : `${nom}-erreur`]
  const decrit = ids.filter((id) => id !== null).join(' ')
  return {
    ...(erreur === null ? {} : { 'aria-invalid': true }),
    ...(decrit === '' ? {} : { 'aria-describedby': decrit }),
  }
}

type Precisions = Pick<Proprietes, 'nom' | 'indice' | 'erreur'>

export function PrecisionsChamp({ nom, indice, erreur }: Precisions) {
  return (
    <>
      {indice === undefined ? null : (
        <p id={`${nom}-indice`} data-fait="GENERALITE" className="text-sm text-encre-douce">
          {indice}
        </p>
      )}
      {erreur === null ? null : (
        <p id={`${nom}-erreur`} data-fait="SAISIE" className="font-semibold text-erreur">
          {erreur}
        </p>
      )}
    </>
  )
}
