import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { EQUIPES_EN_TITRE, NATURES } from '@/lib/lexique/demandes'
import type { FiltresCorbeille, VueCorbeille } from '@/lib/services/corbeille/schema'
import type { Comptes } from '@/lib/services/corbeille/view'

const VUES: readonly (readonly [VueCorbeille, string, keyof Comptes | null])[] = [
  ['a-faire', 'À faire', 'aFaire'],
  ['retard', 'En retard', 'retard'],
  ['messages', 'À lire', 'messages'],
  ['piece', 'Attendent une pièce', 'piece'],
  ['closes', 'Closes', null],
]

/** The address of a list. */
export function adresseCorbeille(f: Partial<FiltresCorbeille>, apres: string | null = null): string {
  const dits = new URLSearchParams()
  if (f.vue !== undefined && f.vue !== 'a-faire') dits.set('vue', f.vue)
  if (f.equipe) dits.set('equipe', f.equipe)
  if (f.nature) dits.set('nature', f.nature)
  if (f.miennes === true) dits.set('miennes', 'oui')
  if (apres !== null) dits.set('apres', apres)
  const texte = dits.toString()
  return texte === '' ? '/gestion/corbeille' : `/gestion/corbeille?${texte}`
}

interface Props {
  readonly filtres: FiltresCorbeille
  readonly comptes: Comptes
  readonly equipes: readonly NonNullable<FiltresCorbeille['equipe']>[]
}

/** Which list, and what of it. A form by address: it works without JavaScript and may be kept as a bookmark. */
export function Filtres({ filtres, comptes, equipes }: Props) {
  return (
    <div className="mb-8 space-y-4">
      <nav aria-label="Listes de demandes">
        <ul className="flex flex-wrap gap-x-6">
          {VUES.map(([vue, libelle, compte]) => (
            <li key={vue}>
              <a
                href={adresseCorbeille({ ...filtres, vue })}
                aria-current={vue === filtres.vue ? 'page' : undefined}
                className={`inline-flex min-h-11 items-center ${vue === filtres.vue ? 'font-semibold no-underline' : ''}`}
              >
                {libelle}
                {compte === null ? null : ` (${comptes[compte]})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="get" action="/gestion/corbeille" className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {filtres.vue === 'a-faire' ? null : <input type="hidden" name="vue" value={filtres.vue} />}
        {equipes.length < 2 ? null : (
          <Liste nom="equipe" libelle="Équipe" toutes="Toutes les miennes" valeur={filtres.equipe}>
            {equipes.map((equipe) => [equipe, EQUIPES_EN_TITRE[equipe]])}
          </Liste>
        )}
        <Liste nom="nature" libelle="Ce qui est demandé" toutes="Tout" valeur={filtres.nature}>
          {Object.entries(NATURES).map(([nature, { titre }]) => [nature, titre])}
        </Liste>
        <CaseACocher type="checkbox" name="miennes" value="oui" defaultChecked={filtres.miennes}>
          Les miennes seulement
        </CaseACocher>
        <Bouton poids="second">Afficher ces demandes</Bouton>
      </form>
    </div>
  )
}

/** One demande, by the number that somebody reads on the telephone. */
export function ParNumero({ ecrit }: { readonly ecrit: string }) {
  return (
    <form method="get" action="/gestion/corbeille" className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-full">
        <label htmlFor="numero" className="block text-sm">
          Numéro de la demande (D-000123)
        </label>
        <input
          id="numero"
          name="numero"
          type="text"
          defaultValue={ecrit}
          autoComplete="off"
          required
          className="min-h-11 w-full max-w-sm rounded-md border-2 border-bord bg-feuille px-3 text-encre"
        />
      </div>
      <Bouton poids="second">Ouvrir cette demande</Bouton>
    </form>
  )
}

interface PropsListe {
  readonly nom: string
  readonly libelle: string
  readonly toutes: string
  readonly valeur: string | null
  readonly children: readonly (readonly [string, string])[]
}

function Liste({ nom, libelle, toutes, valeur, children }: PropsListe) {
  return (
    <div className="min-w-0 max-w-full">
      <label htmlFor={nom} className="block text-sm">
        {libelle}
      </label>
      <select
        id={nom}
        name={nom}
        defaultValue={valeur ?? ''}
        className="min-h-11 w-full max-w-sm rounded-md border-2 border-bord bg-feuille px-3 text-encre"
      >
        <option value="">{toutes}</option>
        {children.map(([code, dit]) => (
          <option key={code} value={code}>
            {dit}
          </option>
        ))}
      </select>
    </div>
  )
}
