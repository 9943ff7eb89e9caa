'use client'

// A client component for one reason: the forms, which show the errors of the last submission.
import { type Confirmation, ConfirmerIdentite } from '@/components/facteur/confirmer-identite'
import { Champ } from '@/components/ui/champ'
import { ChoixUnique } from '@/components/ui/choix-unique'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { ETENDUES_DELEGATION } from '@/lib/lexique/delegations'

export const CHOIX_ETENDUE = [
  ['VOIR', ETENDUES_DELEGATION.VOIR],
  ['DEMANDER', ETENDUES_DELEGATION.DEMANDER],
  ['RECEVOIR', ETENDUES_DELEGATION.RECEVOIR],
] as const

interface Proprietes {
  readonly accorder: ActionFormulaire
  readonly refuser: ActionFormulaire
  readonly delegation: string
  readonly au: string | null
  readonly possibles: readonly (readonly [string, string])[]
  readonly confirmation: Confirmation
}

/** What the mutuelle decides, having read the proof. */
export function FormulaireAccorder(props: Proprietes) {
  const { accorder, refuser, delegation, au, possibles, confirmation } = props
  const oui = useFormulaire(accorder)
  const non = useFormulaire(refuser)
  return (
    <div className="mt-4 space-y-8">
      {possibles.length === 0 ? (
        <p>Aucun contrat de ce numéro ne couvre quelqu’un : la demande ne peut qu’être refusée.</p>
      ) : (
        <Formulaire formulaire={oui} caches={{ delegation }} bouton="Accorder" className="space-y-4">
          <ChoixUnique
            formulaire={oui}
            nom="protege"
            question="De qui parle la preuve ?"
            options={possibles}
          />
          <ChoixUnique formulaire={oui} nom="etendue" question="Quels droits ?" options={CHOIX_ETENDUE} />
          <Champ
            nom="au"
            type="date"
            libelle="Dernier jour"
            indice="Celui du jugement. Pour un parent, la veille des 16 ans de l’enfant au plus tard, d’elle-même."
            erreur={oui.erreurDe('au')}
            defaultValue={oui.valeurDe('au', au ?? '')}
          />
          <Champ
            nom="raison"
            type="text"
            libelle="Pièce vue, et pourquoi ces droits"
            erreur={oui.erreurDe('raison')}
            defaultValue={oui.valeurDe('raison')}
          />
          <ConfirmerIdentite confirmation={confirmation} formulaire={oui} />
        </Formulaire>
      )}
      <Formulaire
        formulaire={non}
        caches={{ delegation }}
        bouton="Refuser"
        poids="second"
        className="space-y-4"
      >
        <div className="max-w-lg">
          <label htmlFor={`raison-${delegation}`} className="block font-semibold">
            Raison du refus
          </label>
          {non.erreurDe('raison') === null ? null : (
            <p id={`raison-${delegation}-erreur`} className="font-semibold text-erreur">
              {non.erreurDe('raison')}
            </p>
          )}
          <input
            id={`raison-${delegation}`}
            name="raison"
            type="text"
            aria-invalid={non.erreurDe('raison') !== null}
            className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur"
            defaultValue={non.valeurDe('raison')}
          />
        </div>
      </Formulaire>
    </div>
  )
}
