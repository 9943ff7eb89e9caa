import type { ComponentProps, FocusEvent } from 'react'
import { ACCEPTES } from '@/lib/formulaire/piece'
import { Champ } from './champ'
import type { EtatDuFormulaire } from './formulaire'

/** A field told in data: pages list theirs, forms draw them. */
export interface DefinitionChamp {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  /** `piece`: a paper, as PDF or photo; `file`: any other file. `iban`: grouped by four when one leaves it. */
  readonly type: 'text' | 'tel' | 'email' | 'date' | 'password' | 'file' | 'piece' | 'iban'
  readonly facultatif?: true
  readonly valeur?: string
  readonly autocomplete?: string
  readonly clavier?: ComponentProps<'input'>['inputMode']
}

const parQuatre = ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
  const serre = currentTarget.value.replace(/\s/g, '').toUpperCase()
  currentTarget.value = serre.replace(/(.{4})(?=.)/g, '$1 ')
}

const FICHIER =
  'file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-action-pale file:px-3 file:py-1 file:font-semibold file:text-action'

const TYPES = { piece: 'file', iban: 'text' } as const

/** What the browser must know of a field. */
function reglages({ type, autocomplete, clavier }: DefinitionChamp) {
  return {
    type: type === 'piece' || type === 'iban' ? TYPES[type] : type,
    autoComplete: autocomplete ?? 'off',
    ...(clavier === undefined ? {} : { inputMode: clavier }),
    ...(type === 'piece' ? { accept: ACCEPTES } : {}),
    ...(type === 'piece' || type === 'file' ? { className: FICHIER } : {}),
    ...(type === 'iban'
      ? { onBlur: parQuatre, spellCheck: false, autoCapitalize: 'characters', className: 'tabular-nums' }
      : {}),
  }
}

const SANS_VALEUR: readonly DefinitionChamp['type'][] = ['password', 'file', 'piece']

interface Props {
  readonly champ: DefinitionChamp
  readonly formulaire: EtatDuFormulaire
}

export const ChampDefini = ({ champ, formulaire }: Props) => (
  <Champ
    nom={champ.nom}
    libelle={champ.facultatif === true ? `${champ.libelle} (facultatif)` : champ.libelle}
    indice={champ.indice}
    erreur={formulaire.erreurDe(champ.nom)}
    required={champ.facultatif !== true}
    {...reglages(champ)}
    {...(SANS_VALEUR.includes(champ.type)
      ? {}
      : { defaultValue: formulaire.valeurDe(champ.nom, champ.valeur) })}
  />
)
