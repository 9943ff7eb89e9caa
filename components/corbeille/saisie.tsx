import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'
import type { ChampTraitement } from './champ-traitement'

interface Props {
  readonly champ: ChampTraitement
  /** Several forms share a page: the name is not enough. */
  readonly id: string
  readonly valeur: string
  readonly erreur: string | null
}

const CADRE =
  'mt-1 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur'

/** Enough for what is in it, within a screen. */
const hauteur = (texte: string): number =>
  Math.min(16, Math.max(5, texte.split('\n').length + Math.ceil(texte.length / 60)))

export function ChampDeTraitement({ champ, id, valeur, erreur }: Props) {
  const { nom, libelle, indice, type, facultatif = false } = champ
  if (type === 'case')
    return (
      <div>
        <PrecisionsChamp nom={id} indice={indice} erreur={erreur} />
        <CaseACocher
          type="checkbox"
          id={id}
          name={nom}
          value="oui"
          defaultChecked={valeur === 'oui'}
          {...descriptionChamp(id, indice, erreur)}
        >
          {libelle}
        </CaseACocher>
      </div>
    )
  if (type === 'long' || type === 'choix')
    return (
      <div className={type === 'choix' ? 'max-w-lg' : ''}>
        <label htmlFor={id} className="block font-semibold">
          {libelle}
          {facultatif ? ' (facultatif)' : ''}
        </label>
        <PrecisionsChamp nom={id} indice={indice} erreur={erreur} />
        {type === 'long' ? (
          <textarea
            id={id}
            name={nom}
            rows={hauteur(valeur)}
            defaultValue={valeur}
            required={!facultatif}
            className={CADRE}
            {...descriptionChamp(id, indice, erreur)}
          />
        ) : (
          <select
            id={id}
            name={nom}
            defaultValue={valeur}
            className={`min-h-11 ${CADRE}`}
            {...descriptionChamp(id, indice, erreur)}
          >
            {(champ.options ?? []).map((option) => (
              <option key={option.valeur} value={option.valeur}>
                {option.libelle}
              </option>
            ))}
          </select>
        )}
      </div>
    )
  return (
    <Champ
      nom={id}
      name={nom}
      libelle={facultatif ? `${libelle} (facultatif)` : libelle}
      indice={indice}
      erreur={erreur}
      type={type === 'date' ? 'date' : 'text'}
      {...(type === 'montant' ? { inputMode: 'decimal' as const } : {})}
      defaultValue={valeur}
      {...(champ.min === undefined ? {} : { min: champ.min })}
      autoComplete="off"
      required={!facultatif}
    />
  )
}
