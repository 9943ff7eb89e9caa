import { BoutonAction } from '@/components/acces/bouton-action'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { instantEnMots } from '@/lib/lexique/attente'
import type { AttenteCourriel as Attente } from '@/lib/services/coordonnees/view'

interface Props {
  readonly attente: Attente
  readonly renvoyer: ActionFormulaire
  readonly abandonner: ActionFormulaire
}

/** A new address that waits for its link to be followed. */
export function AttenteCourriel({ attente, renvoyer, abandonner }: Props) {
  return (
    <section className="mb-10 max-w-texte space-y-3 border-l-4 border-a-faire py-1 pl-5">
      <h2 className="text-lg font-semibold">Une adresse attend votre confirmation</h2>
      <p data-fait="REGISTRE" className="wrap-anywhere">
        Nous avons envoyé un lien à {attente.nouveau} {instantEnMots(attente.demandeLe)}. Il est valable 24
        heures. Tant qu’il n’est pas suivi, rien ne change.
      </p>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <BoutonAction action={renvoyer} caches={{ attente: 'oui' }}>
          Renvoyer le lien
        </BoutonAction>
        <BoutonAction action={abandonner} caches={{ attente: 'oui' }}>
          Garder mon adresse actuelle
        </BoutonAction>
      </div>
    </section>
  )
}
