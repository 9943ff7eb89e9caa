interface Proprietes {
  readonly nom: string
  readonly libelle: string
  readonly valeur: string
  readonly erreur: string | undefined
}

/** A near date: the browser's own calendar. A date of birth is typed in three fields instead. */
export function ChampDatePeriode({ nom, libelle, valeur, erreur }: Proprietes) {
  const idErreur = `${nom}-erreur`
  return (
    <div>
      <label htmlFor={nom} className="block text-sm">
        {libelle}
      </label>
      {erreur === undefined ? null : (
        <p id={idErreur} data-fait="SAISIE" className="max-w-64 font-semibold text-erreur">
          {erreur}
        </p>
      )}
      <input
        type="date"
        id={nom}
        name={nom}
        defaultValue={valeur}
        aria-invalid={erreur === undefined ? undefined : true}
        aria-describedby={erreur === undefined ? undefined : idErreur}
        className="min-h-11 rounded-md border-2 border-bord bg-feuille px-3 tabular-nums aria-invalid:border-erreur"
      />
    </div>
  )
}
