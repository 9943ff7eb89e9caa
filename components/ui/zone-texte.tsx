import type { ComponentProps } from 'react'
import { descriptionChamp, PrecisionsChamp } from './champ'

interface Proprietes extends ComponentProps<'textarea'> {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string | undefined
  readonly erreur: string | null
}

/** A question answered in several lines. */
export function ZoneTexte({ nom, libelle, indice, erreur, ...saisie }: Proprietes) {
  return (
    <div className="max-w-texte">
      <label htmlFor={nom} className="block font-semibold">
        {libelle}
      </label>
      <PrecisionsChamp nom={nom} indice={indice} erreur={erreur} />
      <textarea
        id={nom}
        name={nom}
        rows={8}
        {...descriptionChamp(nom, indice, erreur)}
        className="mt-1 w-full rounded-md border-2 border-bord bg-feuille px-3 py-2 text-encre aria-invalid:border-erreur"
        {...saisie}
      />
    </div>
  )
}
