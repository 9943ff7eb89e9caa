'use client'

// A client component for one reason: useActionState, which gives the typed grid back with what is wrong in it, with JavaScript or without.
import { useActionState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ChampsTarif } from '@/lib/services/tarif/view'

interface Props {
  readonly action: ActionFormulaire
  readonly champs: ChampsTarif
}

const CASE =
  'min-h-11 w-[min(5.5rem,26vw)] rounded-md border-2 border-bord bg-feuille px-2 py-1.5 text-right tabular-nums text-encre sm:w-[min(7rem,22vw)] sm:px-3'
/** Empty bands after those of the grid it starts from. */
const EN_PLUS = 2

export function SaisieTarif({ action, champs }: Props) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' ? etat.valeurs : {}
  const erreurDe = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message ?? null
  const vides = Array.from({ length: EN_PLUS }, () => ({ jusqua: '', mensuel: '' }))
  const tranches = [...champs.tranches, ...vides].map((tranche, rang) => ({ ...tranche, rang }))
  return (
    <form action={soumettre} noValidate className="space-y-6">
      <ResumeErreurs erreurs={erreurs} />
      <input type="hidden" name="reglement" value={champs.reglement} />
      {champs.demonstration ? <input type="hidden" name="demonstration" value="oui" /> : null}
      <div className="max-w-lg">
        <label htmlFor="formule" className="block font-semibold">
          Formule
        </label>
        <select
          id="formule"
          name="formule"
          defaultValue={valeurs.formule ?? champs.formule}
          className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre"
        >
          {champs.formules.map(({ id, libelle }) => (
            <option key={id} value={id}>
              {libelle}
            </option>
          ))}
        </select>
      </div>
      <Champ
        nom="annee"
        libelle="Année"
        erreur={erreurDe('annee')}
        defaultValue={valeurs.annee ?? champs.annee}
        inputMode="numeric"
        className="max-w-28"
      />
      <Champ
        nom="enfant"
        libelle="Tarif enfant, par mois"
        indice="En euros, par exemple 21,20."
        erreur={erreurDe('enfant')}
        defaultValue={valeurs.enfant ?? champs.enfant}
        inputMode="decimal"
        className="max-w-28"
      />
      <fieldset>
        <legend className="font-semibold">Tranches d’âge</legend>
        <p className="text-sm text-encre-douce">
          Chaque tranche commence à l’âge qui suit la précédente. Laissez le dernier âge vide : la tranche n’a
          pas de fin.
        </p>
        <table className="mt-2 text-left">
          <thead>
            <tr>
              <th scope="col" className="py-1 pr-3 sm:pr-4">
                N°
              </th>
              <th scope="col" className="py-1 pr-3 sm:pr-4">
                Jusqu’à (ans, compris)
              </th>
              <th scope="col" className="py-1">
                Par mois (€)
              </th>
            </tr>
          </thead>
          <tbody>
            {tranches.map(({ jusqua, mensuel, rang }) => (
              <tr key={rang}>
                <th scope="row" className="py-1 pr-3 sm:pr-4 font-normal">
                  {rang + 1}
                </th>
                <td className="py-1 pr-3 sm:pr-4">
                  <input
                    name={`jusqua-${rang}`}
                    aria-label={`Tranche ${rang + 1}, jusqu’à quel âge compris`}
                    defaultValue={valeurs[`jusqua-${rang}`] ?? jusqua}
                    inputMode="numeric"
                    className={CASE}
                  />
                </td>
                <td className="py-1">
                  <input
                    name={`mensuel-${rang}`}
                    aria-label={`Tranche ${rang + 1}, euros par mois`}
                    defaultValue={valeurs[`mensuel-${rang}`] ?? mensuel}
                    inputMode="decimal"
                    className={CASE}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <Bouton aria-disabled={enCours}>
        {enCours ? 'Enregistrement…' : 'Enregistrer le brouillon et voir ce qu’il change'}
      </Bouton>
    </form>
  )
}
