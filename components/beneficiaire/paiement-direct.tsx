'use client'

// A client component for one reason: useActionState, which says that the answer is noted, with JavaScript or without.
import { useActionState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Message } from '@/components/ui/message'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly adhesion: string
  readonly refuse: boolean
  readonly phrase: string
}

export function PaiementDirect({ action, adhesion, refuse, phrase }: Props) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  return (
    <form action={soumettre} className="mt-4 space-y-3">
      {refuse ? null : (
        <p>
          <a
            href={`/adherent/coordonnees/rib?contrat=${adhesion}`}
            className="inline-flex min-h-11 items-center"
          >
            Donner ou changer le compte de mes remboursements
          </a>
        </p>
      )}
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : <p className="max-w-texte">{phrase}</p>}
      {etat.statut === 'ERREUR'
        ? etat.erreurs.map(({ message }) => (
            <p key={message} role="alert" className="max-w-texte border-l-4 border-erreur pl-3 text-erreur">
              {message}
            </p>
          ))
        : null}
      <input type="hidden" name="adhesion" value={adhesion} />
      <input type="hidden" name="choix" value={refuse ? 'ACCEPTER' : 'REFUSER'} />
      <Bouton poids="second" aria-disabled={enCours}>
        {refuse ? 'Recevoir mes remboursements moi-même' : 'Les laisser sur le compte du contrat'}
      </Bouton>
    </form>
  )
}
