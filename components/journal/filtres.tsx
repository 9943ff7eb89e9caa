import { Bouton } from '@/components/ui/bouton'
import { ChampDatePeriode } from '@/components/ui/champ-date-periode'
import { ACTES_A_CHOISIR } from '@/lib/lexique/journal'
import type { FiltresJournal } from '@/lib/services/journal/schema'

/** The address of a list of lines. */
export function adresseJournal(f: Partial<FiltresJournal>): string {
  const dits = new URLSearchParams()
  for (const nom of ['personne', 'compte', 'acte', 'du', 'au', 'avant'] as const) {
    const valeur = f[nom]
    if (valeur !== null && valeur !== undefined) dits.set(nom, String(valeur))
  }
  const texte = dits.toString()
  return texte === '' ? '/gestion/journal' : `/gestion/journal?${texte}`
}

interface Props {
  readonly filtres: FiltresJournal
  /** Whom the lines are about, or of. */
  readonly personne: string | null
  readonly compte: string | null
}

/** A form by address: it works without JavaScript and may be kept as a bookmark; nobody's name is in it. */
export function Filtres({ filtres, personne, compte }: Props) {
  return (
    <form method="get" action="/gestion/journal" className="mb-8 flex flex-wrap items-end gap-x-6 gap-y-3">
      {filtres.personne === null ? null : <input type="hidden" name="personne" value={filtres.personne} />}
      {filtres.compte === null ? null : <input type="hidden" name="compte" value={filtres.compte} />}
      {personne === null ? null : (
        <Choisi
          quoi="Le dossier de"
          nom={personne}
          sans={adresseJournal({ ...filtres, personne: null, avant: null })}
        />
      )}
      {compte === null ? null : (
        <Choisi
          quoi="Ce qu’a fait"
          nom={compte}
          sans={adresseJournal({ ...filtres, compte: null, avant: null })}
        />
      )}
      <div className="min-w-0 max-w-full">
        <label htmlFor="acte" className="block text-sm">
          Ce qui a été fait
        </label>
        <select
          id="acte"
          name="acte"
          defaultValue={filtres.acte ?? ''}
          className="min-h-11 w-full max-w-sm rounded-md border-2 border-bord bg-feuille px-3 text-encre"
        >
          <option value="">Tout</option>
          {ACTES_A_CHOISIR.map(([code, dit]) => (
            <option key={code} value={code}>
              {dit}
            </option>
          ))}
        </select>
      </div>
      <ChampDatePeriode nom="du" libelle="Du" valeur={filtres.du ?? ''} erreur={undefined} />
      <ChampDatePeriode nom="au" libelle="Au" valeur={filtres.au ?? ''} erreur={undefined} />
      <Bouton poids="second">Afficher ces lignes</Bouton>
    </form>
  )
}

function Choisi({ quoi, nom, sans }: { readonly quoi: string; readonly nom: string; readonly sans: string }) {
  return (
    <p className="w-full">
      {quoi} <strong>{nom}</strong> seulement.{' '}
      <a href={sans} className="inline-flex min-h-11 items-center">
        Voir tout le journal
      </a>
    </p>
  )
}
