import { LienBouton } from '@/components/ui/bouton'
import { Message } from '@/components/ui/message'
import type { EtatFormulaire } from '@/lib/formulaire/etat'

/** What takes the place of a form once it was sent: that it was, and where to follow it. */
export function DemandeEnvoyee({ message, suite }: Extract<EtatFormulaire, { statut: 'FAIT' }>) {
  return (
    <>
      <Message>{message}</Message>
      {suite === undefined ? null : (
        <p className="mt-6">
          <LienBouton href={suite.href}>{suite.libelle}</LienBouton>
        </p>
      )}
    </>
  )
}
