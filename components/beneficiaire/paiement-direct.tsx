'use client'

// A client component for one reason: the form, which says that the answer is noted, with JavaScript or without.
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly adhesion: string
  readonly refuse: boolean
  readonly phrase: string
}

export function PaiementDirect({ action, adhesion, refuse, phrase }: Props) {
  const formulaire = useFormulaire(action)
  const { etat } = formulaire
  return (
    <div className="mt-4 space-y-3">
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : <p className="max-w-texte">{phrase}</p>}
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
      <Formulaire
        formulaire={formulaire}
        caches={{ adhesion, choix: refuse ? 'ACCEPTER' : 'REFUSER' }}
        bouton={refuse ? 'Recevoir mes remboursements moi-même' : 'Les laisser sur le compte du contrat'}
        poids="second"
      />
    </div>
  )
}
