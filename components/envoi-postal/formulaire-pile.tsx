'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ } from '@/components/ui/champ'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { PileVue } from '@/lib/services/envoi-postal/view'

interface Props {
  readonly pile: PileVue
  readonly jour: string
  readonly noter: ActionFormulaire
}

/** Its papers, each to print; those ticked are noted together. */
export function FormulairePile({ pile, jour, noter }: Props) {
  const lu = useFormulaire(noter)
  const champJour = `le-${pile.cle}`
  // Several forms share the page: an error leads to the field of its own.
  const formulaire = {
    ...lu,
    erreurs: lu.erreurs.map((e) => ({ ...e, champ: e.champ === 'le' ? champJour : '' })),
  }
  return (
    <>
      {formulaire.etat.statut === 'FAIT' ? <Message>{formulaire.etat.message}</Message> : null}
      <Formulaire
        formulaire={formulaire}
        bouton="Noter les papiers cochés comme postés"
        poids="second"
        className="mt-2 space-y-4"
      >
        <fieldset>
          <legend className="sr-only">Papiers postés : {pile.titre}</legend>
          <ul className="divide-y divide-filet border-y border-filet">
            {pile.papiers.map((papier) => (
              <li key={papier.id} className="flex flex-wrap items-center justify-between gap-x-8">
                <div>
                  <CaseACocher
                    type="checkbox"
                    name="document"
                    value={papier.id}
                    defaultChecked={papier.adresse !== null}
                  >
                    {papier.nom}, {papier.qui}
                  </CaseACocher>
                  <p
                    className={`pl-8 text-sm ${papier.adresse === null ? 'text-a-faire' : 'text-encre-douce'}`}
                  >
                    {papier.adresse ?? 'Aucune adresse connue : demandez-la à la personne avant de poster.'}
                  </p>
                </div>
                <a
                  href={`/gestion/documents/${papier.id}/telecharger`}
                  className="inline-flex min-h-11 items-center"
                  aria-label={`Imprimer : ${papier.nom}, ${papier.qui} (PDF)`}
                >
                  Imprimer (PDF)
                </a>
              </li>
            ))}
          </ul>
        </fieldset>
        <Champ
          nom={champJour}
          name="le"
          libelle="Posté le"
          type="date"
          min={pile.emisLe}
          max={jour}
          defaultValue={formulaire.valeurDe('le', jour)}
          erreur={formulaire.erreurDe('le')}
          autoComplete="off"
          required
        />
      </Formulaire>
    </>
  )
}
