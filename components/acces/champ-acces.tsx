export interface DefinitionChamp {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
  /** `case` = a box to tick, sent as « oui ». */
  readonly type: 'text' | 'email' | 'password' | 'case'
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
  const decrit = [indice === undefined ? '' : `${nom}-indice`, erreur === null ? '' : `${nom}-erreur`]
    .filter((id) => id !== '')
    .join(' ')
  const commun = {
    id: nom,
    name: nom,
    required: true,
    'aria-invalid': erreur !== null,
    ...(decrit === '' ? {} : { 'aria-describedby': decrit }),
  }
  const messages = (
    <>
      {indice === undefined ? null : <p id={`${nom}-indice`}>{indice}</p>}
      {erreur === null ? null : <p id={`${nom}-erreur`}>{erreur}</p>}
    </>
  )
  if (type === 'case')
    return (
      <div>
        <input {...commun} type="checkbox" value="oui" defaultChecked={valeur === 'oui'} />{' '}
        <label htmlFor={nom}>{libelle}</label>
        {messages}
      </div>
    )
  return (
    <div>
      <label htmlFor={nom}>{libelle}</label>
      {messages}
      <input
        {...commun}
        type={type}
        defaultValue={type === 'password' ? '' : valeur}
        autoComplete={champ.autocomplete ?? 'off'}
        autoCapitalize="none"
        spellCheck={false}
        {...(champ.clavier === undefined ? {} : { inputMode: champ.clavier })}
      />
    </div>
  )
}
