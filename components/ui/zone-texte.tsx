import { descriptionChamp, PrecisionsChamp } from './champ'

interface Proprietes {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string | undefined
  readonly erreur: string | null
  readonly valeur: string
  readonly lignes?: number
}

/** A question whose answer takes several lines. */
export function ZoneTexte({ nom, libelle, indice, erreur, valeur, lignes = 8 }: Proprietes) {
  return (
    <div className="max-w-texte">
      <label htmlFor={nom} className="block font-semibold">
        {libelle}
      </label>
      <PrecisionsChamp nom={nom} indice={indice} erreur={erreur} />
      <textarea
        id={nom}
        name={nom}
        rows={lignes}
        defaultValue={valeur}
        {...descriptionChamp(nom, indice, erreur)}
        className="mt-1 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur"
      />
    </div>
  )
}
