'use client'

// A client component for one reason: useEnvoi, which says that the answer is noted, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly adhesion: string
  readonly refuse: boolean
  readonly phrase: string
}

export function PaiementDirect({ action, adhesion, refuse, phrase }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  return (
    <form ref={formulaire} action={soumettre} className="mt-4 space-y-3">
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
