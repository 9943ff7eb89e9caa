'use client'

import { Bouton } from '@/components/ui/bouton'
// A client component for one reason: useEnvoi, which shows the numbers where they were masked, with JavaScript or without.
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'

const DEPART: EtatFormulaire<readonly string[]> = VIERGE

interface Props {
  readonly personne: string
  readonly masques: readonly string[]
  readonly action: ActionFormulaire<readonly string[]>
}

export function Numeros({ personne, masques, action }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, DEPART)
  const vus = etat.statut === 'REPONSE' ? etat.reponse : masques
  return (
    <section aria-labelledby="titre-numeros" className="mt-12">
      <h2 id="titre-numeros" className="text-xl">
        Numéro de sécurité sociale
      </h2>
      <div aria-live="polite">
        {masques.length === 0 ? <p>Aucun numéro connu.</p> : null}
        {vus.map((numero) => (
          <p key={numero} className="tabular-nums">
            {numero}
          </p>
        ))}
        {etat.statut === 'ERREUR' ? (
          <p className="font-semibold text-erreur">{etat.erreurs[0]?.message}</p>
        ) : null}
      </div>
      {masques.length === 0 || etat.statut === 'REPONSE' ? null : (
        <Form ref={formulaire} action={soumettre} className="mt-2">
          <input type="hidden" name="personne" value={personne} />
          <Bouton poids="second" aria-disabled={enCours}>
            {enCours ? 'Un instant…' : 'Montrer en entier'}
          </Bouton>
          <p className="mt-1 text-sm text-encre-douce">Ce sera noté au journal du dossier.</p>
        </Form>
      )}
    </section>
  )
}
