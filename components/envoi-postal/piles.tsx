import { EtatVide } from '@/components/ui/etat-vide'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { PileVue } from '@/lib/services/envoi-postal/view'
import { FormulairePile } from './formulaire-pile'

interface Props {
  readonly piles: readonly PileVue[]
  /** There is more than what is shown. */
  readonly encore: boolean
  readonly jour: string
  readonly noter: ActionFormulaire
}

/** One pile a kind and a day, the oldest first. */
export function PilesAPoster({ piles, encore, jour, noter }: Props) {
  if (piles.length === 0)
    return (
      <EtatVide titre="Rien à poster">
        <p>Un papier fait pour une personne qui le reçoit par la poste paraîtra ici.</p>
      </EtatVide>
    )
  return (
    <div className="space-y-12">
      {piles.map((pile) => (
        <section key={pile.cle} aria-labelledby={`titre-${pile.cle}`}>
          <h2 id={`titre-${pile.cle}`} className="text-xl">
            {pile.titre}
          </h2>
          <FormulairePile pile={pile} jour={jour} noter={noter} />
        </section>
      ))}
      {encore ? <p>D’autres papiers suivent : ils paraîtront quand ceux-ci seront notés.</p> : null}
    </div>
  )
}
