import { Bouton } from '@/components/ui/bouton'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import type { ChoixDeFormule } from '@/lib/services/tarif/view'

interface Props {
  readonly choix: readonly ChoixDeFormule[]
  readonly choisie: string
  /** The grid that the new one starts from. */
  readonly depuis: string | null
  readonly erreur: string | null
}

/** First the formule: its règlement says what a tariff of it is made of. A plain form that reads; nothing is written. */
export function ChoixFormule({ choix, choisie, depuis, erreur }: Props) {
  return (
    <form action="/gestion/tarifs/saisir" method="get" className="max-w-lg space-y-4">
      <ResumeErreurs erreurs={erreur === null ? [] : [{ champ: 'formule', message: erreur }]} />
      {depuis === null ? null : <input type="hidden" name="depuis" value={depuis} />}
      <div>
        <label htmlFor="formule" className="block font-semibold">
          Formule
        </label>
        {erreur === null ? null : (
          <p id="formule-erreur" className="font-semibold text-erreur">
            {erreur}
          </p>
        )}
        <select
          id="formule"
          name="formule"
          defaultValue={choisie}
          aria-invalid={erreur === null ? undefined : true}
          aria-describedby={erreur === null ? undefined : 'formule-erreur'}
          className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur"
        >
          <option value="">Choisir une formule</option>
          {choix.map(({ reglement, formules }) => (
            <optgroup key={reglement} label={reglement}>
              {formules.map(({ cle, libelle }) => (
                <option key={cle} value={cle}>
                  {libelle}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Bouton>Remplir la grille de cette formule</Bouton>
    </form>
  )
}
