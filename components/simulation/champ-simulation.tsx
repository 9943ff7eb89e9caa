import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'
import type { ChampView } from '@/lib/services/formulaire-simulation/view'

interface Proprietes {
  readonly champ: ChampView
  readonly valeur: string
  readonly erreur: string | null
}

const SAISIE =
  'mt-1 min-h-11 rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur'

/** One question, drawn by its kind. The key on the value redraws an uncontrolled control when the answer gives it back. */
export function ChampSimulation({ champ, valeur, erreur }: Proprietes) {
  const { nom, libelle, indice, genre, choix = [] } = champ
  switch (genre) {
    case 'MONTANT':
    case 'DIOPTRIES':
    case 'NOMBRE':
    case 'DATE':
      return (
        <Champ
          key={valeur}
          nom={nom}
          libelle={libelle}
          indice={indice}
          erreur={erreur}
          defaultValue={valeur}
          type={genre === 'DATE' ? 'date' : 'text'}
          // A telephone's decimal keyboard has no sign.
          inputMode={genre === 'NOMBRE' ? 'numeric' : genre === 'DIOPTRIES' ? 'text' : 'decimal'}
          autoComplete="off"
          className="max-w-56 tabular-nums"
        />
      )
    case 'LISTE':
      return (
        <div className="max-w-lg">
          <label htmlFor={nom} className="block font-semibold">
            {libelle}
          </label>
          <PrecisionsChamp nom={nom} indice={indice} erreur={erreur} />
          <select
            data-fait="LIBELLE"
            key={valeur}
            id={nom}
            name={nom}
            defaultValue={valeur}
            {...descriptionChamp(nom, indice, erreur)}
            className={`w-full ${SAISIE}`}
          >
            {choix.map((c) => (
              <option key={c.valeur} value={c.valeur}>
                {c.libelle}
              </option>
            ))}
          </select>
        </div>
      )
    case 'CHOIX':
      return (
        <fieldset id={nom} {...descriptionChamp(nom, indice, erreur)}>
          <legend className="font-semibold">{libelle}</legend>
          <PrecisionsChamp nom={nom} indice={indice} erreur={erreur} />
          {choix.map((c) => (
            <CaseACocher
              key={`${c.valeur} ${valeur}`}
              type="radio"
              name={nom}
              value={c.valeur}
              defaultChecked={c.valeur === valeur}
            >
              <span data-fait="LIBELLE">{c.libelle}</span>
            </CaseACocher>
          ))}
        </fieldset>
      )
  }
}
