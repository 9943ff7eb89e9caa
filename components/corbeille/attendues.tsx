import { BoutonAction } from '@/components/acces/bouton-action'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { AttendueVue } from '@/lib/services/corbeille/view'
import { FormulaireTraitement } from './formulaire-traitement'

export interface ActionsAttendue {
  readonly recevoir: ActionFormulaire
  readonly sePasser: ActionFormulaire
  readonly redemander: ActionFormulaire
}

export interface PropsAttendues {
  readonly demande: string
  readonly version: number
  readonly attendues: readonly AttendueVue[]
  readonly actions: ActionsAttendue
  /** A fresh key: sent twice, it is once. */
  readonly cle: string
  /** Proposed, and the first possible day. */
  readonly avant: { readonly propose: string; readonly min: string }
}

/** What was asked for, and what staff says of each: it is there, it is done without, it is not the right one. */
export function Attendues({ demande, version, attendues, actions, cle, avant }: PropsAttendues) {
  if (attendues.length === 0) return null
  return (
    <ul className="mt-3 space-y-5">
      {attendues.map(({ id, piece, phrase, ouverte, gestes }) => {
        const caches = { demande, version: String(version), attendue: id }
        return (
          <li key={id} className={`border-l-4 pl-5 ${ouverte ? 'border-a-faire' : 'border-filet'}`}>
            <p className="font-semibold first-letter:uppercase">{piece}</p>
            <p className="text-sm">{phrase}</p>
            {gestes.recevoir ? (
              <div className="mt-2">
                <BoutonAction action={actions.recevoir} caches={caches}>
                  Elle est reçue
                  <span className="sr-only"> : {piece}</span>
                </BoutonAction>
              </div>
            ) : null}
            {gestes.sePasser ? (
              <div className="mt-2">
                <BoutonAction action={actions.sePasser} caches={caches}>
                  Se passer de cette pièce
                  <span className="sr-only"> : {piece}</span>
                </BoutonAction>
              </div>
            ) : null}
            {gestes.redemander ? (
              <div className="mt-2">
                <FormulaireTraitement
                  action={actions.redemander}
                  cle={`redemander-${id}`}
                  titre={ouverte ? 'La redemander' : 'Ce n’est pas la bonne : la redemander'}
                  caches={{ ...caches, cle }}
                  champs={[
                    {
                      nom: 'avant',
                      type: 'date',
                      libelle: 'Avant le',
                      valeur: avant.propose,
                      min: avant.min,
                    },
                    {
                      nom: 'texte',
                      type: 'long',
                      libelle: 'Un mot avec la demande',
                      indice: 'Dites ce qui ne convient pas : la personne le lit.',
                      facultatif: true,
                    },
                  ]}
                  bouton="Redemander cette pièce"
                />
              </div>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
