'use client'

// A client component for one reason: useEnvoi, which says that the tariff is in force, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

export function MiseEnVigueur({
  action,
  tarif,
}: {
  readonly action: ActionFormulaire
  readonly tarif: string
}) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  if (etat.statut === 'FAIT') return <Message>{etat.message}</Message>
  return (
    <form ref={formulaire} action={soumettre} className="space-y-4">
      <ResumeErreurs erreurs={etat.statut === 'ERREUR' ? etat.erreurs : []} />
      <input type="hidden" name="tarif" value={tarif} />
      <p className="max-w-texte">
        Une fois en vigueur, ce tarif ne se modifie plus : pour le corriger, on saisit une nouvelle version.
      </p>
      <Bouton aria-disabled={enCours}>{enCours ? 'Un instant…' : 'Mettre ce tarif en vigueur'}</Bouton>
    </form>
  )
}
