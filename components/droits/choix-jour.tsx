import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'

interface Props {
  readonly saisie: string
  readonly erreur: string | null
}

/** A plain GET form: the day is in the address. */
export function ChoixJour({ saisie, erreur }: Props) {
  return (
    <form method="get" noValidate className="flex flex-wrap items-end gap-x-5 gap-y-3 print:hidden">
      <Champ
        nom="au"
        libelle="Mes droits au…"
        indice="Un jour passé ou à venir."
        erreur={erreur}
        type="date"
        defaultValue={saisie}
        className="max-w-52 tabular-nums"
      />
      <Bouton>Voir mes droits ce jour-là</Bouton>
    </form>
  )
}
