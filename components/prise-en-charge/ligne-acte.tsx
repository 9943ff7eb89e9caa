import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'
import type { DecisionVue } from '@/lib/services/prise-en-charge/view'

interface Props {
  readonly rang: number
  readonly vue: DecisionVue
  readonly valeurs: Readonly<Record<string, string>>
  readonly erreurDe: (champ: string) => string | null
}

const COTES = [
  { valeur: '', libelle: 'Sans objet' },
  { valeur: 'DROIT', libelle: 'Droit' },
  { valeur: 'GAUCHE', libelle: 'Gauche' },
]

/** One act of the estimate: what, how many, at what price for all of them. */
export function LigneActe({ rang, vue, valeurs, erreurDe }: Props) {
  const saisie = (nom: string, libelle: string, large: string) => (
    <Champ
      nom={`${nom}${rang}`}
      libelle={libelle}
      erreur={erreurDe(`${nom}${rang}`)}
      defaultValue={valeurs[`${nom}${rang}`]}
      inputMode={nom === 'quantite' ? 'numeric' : 'decimal'}
      autoComplete="off"
      className={`tabular-nums ${large}`}
    />
  )
  return (
    <fieldset className="border-l-4 border-filet pl-4">
      <legend className="sr-only">Acte {rang + 1}</legend>
      <Liste
        nom={`acte${rang}`}
        libelle={`Acte ${rang + 1}`}
        choix={[{ valeur: '', libelle: 'Aucun' }, ...vue.choix]}
        valeur={valeurs[`acte${rang}`]}
        erreur={erreurDe(`acte${rang}`)}
      />
      <div className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
        {saisie('quantite', vue.sejour ? 'Nombre, jours, nuits' : 'Nombre', 'max-w-24')}
        {saisie('prix', 'Prix total', 'max-w-36')}
        {saisie('base', 'Base (BR)', 'max-w-36')}
        {vue.cotes ? (
          <Liste
            nom={`cote${rang}`}
            libelle="Côté"
            choix={COTES}
            valeur={valeurs[`cote${rang}`]}
            erreur={erreurDe(`cote${rang}`)}
          />
        ) : null}
      </div>
    </fieldset>
  )
}

interface ListeProps {
  readonly nom: string
  readonly libelle: string
  readonly choix: readonly { readonly valeur: string; readonly libelle: string }[]
  readonly valeur: string | undefined
  readonly erreur: string | null
}

function Liste({ nom, libelle, choix, valeur, erreur }: ListeProps) {
  return (
    <div className="max-w-lg">
      <label htmlFor={nom} className="block font-semibold">
        {libelle}
      </label>
      <PrecisionsChamp nom={nom} erreur={erreur} />
      <select
        id={nom}
        name={nom}
        defaultValue={valeur}
        {...descriptionChamp(nom, undefined, erreur)}
        className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur"
      >
        {choix.map((c) => (
          <option key={c.valeur} value={c.valeur}>
            {c.libelle}
          </option>
        ))}
      </select>
    </div>
  )
}
