import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'

const RYTHMES_DITS = [
  ['MENSUELLE', 'Chaque mois'],
  ['TRIMESTRIELLE', 'Chaque trimestre'],
  ['SEMESTRIELLE', 'Chaque semestre'],
  ['ANNUELLE', 'Une fois par an'],
] as const

interface Props {
  readonly contrat: string
  readonly jours: readonly number[]
  readonly choix: { readonly periodicite: string; readonly jour: number }
}

/** The day and the pace, by the address: the page then shows what would be debited, without JavaScript. */
export function ChoixPrelevement({ contrat, jours, choix }: Props) {
  return (
    <form method="get" className="space-y-4">
      <input type="hidden" name="contrat" value={contrat} />
      <JourDuPrelevement jours={jours} valeur={choix.jour} />
      <Rythme valeur={choix.periodicite} />
      <Bouton poids="second">Voir ce qui sera prélevé</Bouton>
    </form>
  )
}

export function JourDuPrelevement({
  jours,
  valeur,
}: {
  readonly jours: readonly number[]
  readonly valeur: number
}) {
  return (
    <fieldset>
      <legend className="font-semibold">Jour du prélèvement</legend>
      <div className="flex flex-wrap gap-x-8">
        {jours.map((jour) => (
          <CaseACocher key={jour} type="radio" name="jour" value={jour} defaultChecked={jour === valeur}>
            Le {jour}
          </CaseACocher>
        ))}
      </div>
    </fieldset>
  )
}

export function Rythme({ valeur }: { readonly valeur: string }) {
  return (
    <div className="max-w-lg">
      <label htmlFor="rythme" className="block font-semibold">
        Rythme
      </label>
      <select
        id="rythme"
        name="rythme"
        defaultValue={valeur}
        className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre"
      >
        {RYTHMES_DITS.map(([code, libelle]) => (
          <option key={code} value={code}>
            {libelle}
          </option>
        ))}
      </select>
    </div>
  )
}
