import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'

export interface DefinitionChamp {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  /** `case` = a box to tick, sent as « oui ». */
  readonly type: 'text' | 'email' | 'password' | 'date' | 'case'
  readonly autocomplete?: string
  readonly clavier?: 'numeric' | 'email' | 'text'
}

interface Props {
  readonly champ: DefinitionChamp
  readonly valeur: string
  readonly erreur: string | null
}

export function ChampAcces({ champ, valeur, erreur }: Props) {
  const { nom, libelle, indice, type } = champ
  if (type === 'case')
    return (
      <div>
        <PrecisionsChamp nom={nom} indice={indice} erreur={erreur} />
        <CaseACocher
          type="checkbox"
          id={nom}
          name={nom}
          value="oui"
          required
          defaultChecked={valeur === 'oui'}
          {...descriptionChamp(nom, indice, erreur)}
        >
          {libelle}
        </CaseACocher>
      </div>
    )
  return (
    <Champ
      nom={nom}
      libelle={libelle}
      indice={indice}
      erreur={erreur}
      type={type}
      required
      defaultValue={type === 'password' ? '' : valeur}
      autoComplete={champ.autocomplete ?? 'off'}
      autoCapitalize="none"
      spellCheck={false}
      {...(champ.clavier === undefined ? {} : { inputMode: champ.clavier })}
    />
  )
}
